import { failsSlo, judgedForBaseline, judgedForLimits, keepsLimits } from '../results/judged.js';
import { hasResults } from '../results/results.js';
import { moneyText, moneyUnitOf } from './money.js';
import { regressionText, regressionWord } from './regressionText.js';
/** What became of every policy of every scenario since a revision; empty without one. */
export function revisionRows({ scenarios }, gate) {
    return scenarios.flatMap((scenario) => (scenario.revision?.policies ?? []).map(({ policy, state, before }) => {
        const { word, what } = worstOf(policy, state, scenario, gate);
        return { word, scenario: scenario.name, policy, bill: billText(scenario, before, policy), what };
    }));
}
function worstOf(name, state, scenario, gate) {
    const policy = scenario.policies.find((one) => one.name === name);
    if (policy === undefined)
        return { word: '-', what: state };
    if (!hasResults(policy))
        return { word: 'failed', what: 'failed to run' };
    const rows = (scenario.baseline?.regressions ?? []).filter((one) => one.policy === name);
    const isJudged = judgedForBaseline(scenario, gate).has(name);
    const found = (word) => rows.filter((one) => regressionWord(one) === word).map(regressionText);
    const failed = [...missedLimits(policy, scenario, gate), ...(isJudged ? found('failed') : [])];
    if (failed.length > 0)
        return { word: 'failed', what: failed.join('; ') };
    const warned = [...found('failed'), ...found('warning')];
    if (warned.length > 0)
        return { word: 'warning', what: warned.join('; ') };
    if (rows.length > 0)
        return { word: 'ok', what: 'within the limits' };
    return { word: 'ok', what: state === 'changed' ? 'compared with nothing' : state === 'against' ? '' : state };
}
function missedLimits(policy, scenario, gate) {
    if (!judgedForLimits(scenario, gate).has(policy.name) || keepsLimits(policy))
        return [];
    return [failsSlo(policy) ? 'misses the SLO' : 'misses a threshold'];
}
function billText(scenario, before, policy) {
    const unit = moneyUnitOf(scenario);
    const [then, now] = [before, policy].map((name) => {
        const found = scenario.policies.find((one) => one.name === name);
        const mean = found !== undefined && hasResults(found) ? found.measures.cost_usd?.mean : undefined;
        return mean === undefined || mean === null ? undefined : moneyText(mean * unit.factor, { signed: false });
    });
    if (now === undefined)
        return '';
    return then === undefined ? now : `${then} -> ${now}`;
}
/** `against main: 1 of 3 scenarios failed`, and a line a policy; empty without a revision, or with one policy only. */
export function revisionSummary(document, gate) {
    const rows = revisionRows(document, gate);
    const { scenarios } = document;
    const revision = scenarios.find((one) => one.revision !== undefined)?.revision;
    if (revision === undefined || scenarios.length < 2)
        return [];
    const failed = new Set(rows.filter(({ word }) => word === 'failed').map(({ scenario }) => scenario)).size;
    const width = (key) => Math.max(...rows.map((row) => row[key].length));
    const widths = { scenario: width('scenario'), policy: width('policy'), bill: width('bill') };
    return [
        `all scenarios against ${revision.name} (${revision.commit.slice(0, 8)}): ${failed} of ${scenarios.length} failed`,
        ...rows.map(({ word, scenario, policy, bill, what }) => [word.padEnd(8), scenario.padEnd(widths.scenario), policy.padEnd(widths.policy), bill.padEnd(widths.bill), what]
            .join('  ')
            .trimEnd()),
    ];
}
