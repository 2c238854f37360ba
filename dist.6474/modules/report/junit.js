import { judgedForBaseline, judgedForLimits } from '../results/judged.js';
import { hasResults, } from '../results/results.js';
import { pastNames } from '../results/revisionResult.js';
import { thresholdText } from './gateText.js';
import { junitMark, junitText } from './junitText.js';
import { partialText } from './partialText.js';
import { regressionText, regressionWord } from './regressionText.js';
import { robustnessText } from './robustnessText.js';
import { sloGoalText, sloOutcomeText } from './sloText.js';
/**
 * JUnit XML as GitHub actions, GitLab and Jenkins read it: a suite a scenario, a case a policy and limit.
 *
 * A failure is what fails the command, nothing else: what the gate does not judge is skipped, with its value. Times are 0: how
 * long a simulation took says nothing about the policy, and the same results must give the same bytes.
 */
export const junit = {
    name: 'junit',
    fileName: 'junit.xml',
    mark: junitMark,
    render: (document, { gate = { gate: 'all', reference: undefined } }) => junitText(document.scenarios.map((scenario) => {
        const limits = judgedForLimits(scenario, gate);
        const baseline = judgedForBaseline(scenario, gate);
        const past = pastNames(scenario);
        const now = scenario.policies.filter(({ name }) => !past.has(name));
        const cases = now.flatMap((policy) => casesOf(policy, scenario, { limits, baseline }));
        const partial = partialText(document);
        const cut = partial === undefined ? [] : [{ name: 'all runs', error: { type: 'interrupted', message: partial } }];
        return { name: scenario.name, properties: propertiesOf(scenario, document.version), cases: [...cut, ...cases] };
    })),
};
function casesOf(policy, scenario, judged) {
    const { name } = policy;
    const title = `${name}: runs`;
    if (!hasResults(policy)) {
        const { kind, message } = policy.failure;
        return [
            kind === 'interrupted' ? { name: title, skipped: message } : { name: title, error: { type: kind, message } },
        ];
    }
    const regressions = scenario.baseline?.regressions.filter((one) => one.policy === name) ?? [];
    return [
        { name: title },
        ...sloCases(policy, scenario, judged.limits.has(name)),
        ...policy.thresholds.map((threshold) => thresholdCase(name, threshold, judged.limits.has(name))),
        ...regressions.map((regression) => regressionCase(regression, judged.baseline.has(name))),
    ];
}
function sloCases({ name: policy, slo: result }, { slo }, isJudged) {
    if (result === undefined || slo === null)
        return [];
    const name = `${policy}: slo ${sloGoalText(slo)}`;
    if (result.met)
        return [{ name }];
    const message = sloOutcomeText(result, slo);
    if (isJudged && result.gate)
        return [{ name, failure: { type: 'slo', message } }];
    return [{ name, skipped: `${result.gate ? 'not judged' : 'only reported'}: ${message}` }];
}
function thresholdCase(policy, threshold, isJudged) {
    const name = `${policy}: ${threshold.metric} ${threshold.expression}`;
    if (threshold.ok)
        return { name };
    const message = thresholdText(threshold);
    return isJudged ? { name, failure: { type: 'threshold', message } } : { name, skipped: `not judged: ${message}` };
}
function regressionCase(regression, isJudged) {
    const { policy, measure, limit, limit_kind, against = 'the baseline' } = regression;
    const limitText = limit_kind === 'relative' ? `${Number((limit * 100).toPrecision(6))} %` : String(limit);
    const name = `${policy}: ${measure} within ${limitText} of ${against}`;
    const word = regressionWord(regression);
    if (word === 'ok')
        return { name };
    const message = regressionText(regression);
    if (word === 'failed' && isJudged)
        return { name, failure: { type: 'regression', message } };
    return { name, skipped: `${word === 'failed' ? 'not judged' : 'warning'}: ${message}` };
}
function propertiesOf(scenario, version) {
    const runs = Math.max(0, ...scenario.policies.filter(hasResults).map(({ replications }) => replications.length));
    const robustness = robustnessText(scenario);
    return [
        ['dryscale', version],
        ['scenario.hash', scenario.hash],
        ['seed', scenario.seed],
        ['runs', runs],
        ['duration_s', scenario.duration_s],
        ...(robustness === undefined ? [] : [['robustness', robustness]]),
    ];
}
