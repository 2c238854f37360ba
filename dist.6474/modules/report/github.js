import { failsSlo, judgedForBaseline, judgedForLimits } from '../results/judged.js';
import { hasResults } from '../results/results.js';
import { pastNames } from '../results/revisionResult.js';
import { missRatio } from '../results/worstFirst.js';
import { thresholdText } from './gateText.js';
import { regressionText, regressionWord, unclearText } from './regressionText.js';
import { sloOutcomeText } from './sloText.js';
import { annotationLimit, workflowCommand } from './workflowCommand.js';
/** Workflow commands that GitHub shows beside the files: what fails the command as errors, the worst first. */
export function githubAnnotations({ scenarios }, { gate, files }) {
    const all = scenarios.flatMap((scenario, index) => annotationsOf(scenario, files[index], gate));
    return [...capped(all, 'error'), ...capped(all, 'warning')];
}
/** The line that was changed, for a policy that differs from its past; else the scenario. */
function placeOf(policy, { revision }, file) {
    const changed = revision?.policies.find((one) => one.policy === policy || one.before === policy)?.files[0];
    const change = revision?.changes.find(({ path }) => path === changed);
    if (change !== undefined)
        return { file: change.path, line: change.line };
    return file === undefined ? undefined : { file };
}
function annotationsOf(scenario, file, gate) {
    const past = pastNames(scenario);
    const forLimits = judgedForLimits(scenario, gate);
    const forBaseline = judgedForBaseline(scenario, gate);
    const failures = scenario.policies.flatMap((policy) => {
        if (hasResults(policy) || policy.failure.kind === 'interrupted')
            return [];
        const title = `${scenario.name}: ${policy.name} failed`;
        const place = placeOf(policy.name, scenario, file);
        // What failed in the past stops nobody; that nothing could be compared with it is worth a line.
        const level = past.has(policy.name) ? 'warning' : 'error';
        return [{ level, place, title, message: policy.failure.message, missRatio: Number.POSITIVE_INFINITY }];
    });
    const missed = scenario.policies
        .filter(hasResults)
        .filter(({ name }) => forLimits.has(name))
        .flatMap((policy) => [
        ...sloAnnotations(policy, scenario, file),
        ...policy.thresholds.flatMap((threshold) => {
            if (threshold.ok)
                return [];
            const place = placeOf(policy.name, scenario, file);
            const title = `${scenario.name}: ${policy.name} misses a threshold`;
            return [{ level: 'error', place, title, message: thresholdText(threshold), missRatio: missRatio(threshold) }];
        }),
    ]);
    const regressions = (scenario.baseline?.regressions ?? []).flatMap((one) => {
        const word = regressionWord(one);
        if (word === 'ok')
            return [];
        const level = word === 'failed' && forBaseline.has(one.policy) ? 'error' : 'warning';
        const title = `${scenario.name}: ${one.policy} against ${one.against ?? 'the baseline'}`;
        const place = placeOf(one.policy, scenario, file);
        const message = `${regressionText(one)}${unclearText(one)}`;
        return [{ level, place, title, message, missRatio: excessRatio(one) }];
    });
    return [...failures, ...missed, ...regressions];
}
function sloAnnotations(policy, scenario, file) {
    const { name, slo } = scenario;
    const result = policy.slo;
    if (slo === null || result === undefined || !failsSlo(policy))
        return [];
    const { good_share: share } = result;
    // In error budgets: 98 % against 99 % is as far off as a threshold missed by its whole limit.
    const missRatio = share === null ? Number.POSITIVE_INFINITY : (slo.objective - share) / (1 - slo.objective);
    const title = `${name}: ${policy.name} misses the SLO`;
    const place = placeOf(policy.name, scenario, file);
    return [{ level: 'error', place, title, message: sloOutcomeText(result, slo), missRatio }];
}
function excessRatio({ regression, limit }) {
    return regression === null ? Number.POSITIVE_INFINITY : (regression - limit) / Math.max(limit, Number.MIN_VALUE);
}
/** The worst ones; the last place says how many are left out. */
function capped(annotations, level) {
    const own = annotations
        .filter((one) => one.level === level)
        .sort((a, b) => (a.missRatio === b.missRatio ? 0 : b.missRatio - a.missRatio));
    if (own.length <= annotationLimit)
        return own.map(lineOf);
    const shown = own.slice(0, annotationLimit - 1);
    const message = `and ${own.length - shown.length} more`;
    const rest = { level, place: undefined, title: 'dryscale', message, missRatio: 0 };
    return [...shown, rest].map(lineOf);
}
function lineOf({ level, place, title, message }) {
    return workflowCommand({ level, place, title, message });
}
