import { formatInUnit, listOf } from './format.js';
import { amountText, costText, moneyText, moneyUnitOf } from './money.js';
import { threeDigits } from './terminal/numbers.js';
/** The answer in at most three sentences; it claims only what fresh runs show. */
export function verdictText(result) {
    const { best, goal, finals, points, search, must } = result;
    if (search.ended === 'all-failed')
        return ['Every setting failed.'];
    if (best === null) {
        if (finals.length > 0)
            return [
                `No setting can be named: ${listOf(finals.map((final) => settingText(final, result)))} met in the search and missed on fresh runs.`,
            ];
        const met = points.some(({ meets }) => meets);
        return [met ? 'No setting could be judged on fresh runs.' : 'No setting that was tried meets what must hold.'];
    }
    const meets = must.length === 0 ? '' : ' of those that meet';
    const direction = goal.better === 'lower' ? 'least' : 'most';
    const cost = best.goal.mean === null ? '' : `: ${goalText(best.goal.mean, result)}${rangeText(best, result)}`;
    const passed = finals.slice(0, -1).map((final) => settingText(final, result));
    return [
        `${settingText(best, result)} has the ${direction} ${goal.measure}${meets}${cost}, over ${best.runs} fresh ${result.worlds === undefined ? 'runs' : 'worlds'}.`,
        ...(result.worlds === undefined ? [] : [`What must hold does in ${best.runs_met} of ${best.runs} fresh worlds.`]),
        ...(passed.length === 0
            ? []
            : [
                `${listOf(passed)} looked better in the search and ${passed.length === 1 ? 'misses' : 'miss'} what must hold on fresh runs: the next of the front is taken.`,
            ]),
        ...gainText(result),
    ];
}
function rangeText({ goal: { low, high } }, result) {
    if (low === null || high === null || low === high)
        return '';
    return ` (${goalText(low, result)} to ${goalText(high, result)})`;
}
/** Against the policy as it is. */
function gainText(result) {
    const { gain, today, deployment } = result;
    if (deployment?.kind === 'none')
        return ['That is the setting of today: there is nothing to change.'];
    if (gain === null || today === null || gain.difference === null)
        return [];
    const limits = today.meets ? 'meets too' : 'misses what must hold';
    if (gain.verdict === 'no difference that matters')
        return [`Today's setting ${limits}; the difference in ${result.goal.measure} does not matter.`];
    const change = signedText(gain.difference, result);
    const range = gain.low === null || gain.high === null || gain.low === gain.high
        ? ''
        : ` (${signedText(gain.low, result)} to ${signedText(gain.high, result)})`;
    const undecided = gain.verdict === 'undecided' ? ', which may be chance' : '';
    return [`Against today's setting, which ${limits}: ${change}${range}${undecided}.`];
}
function signedText(difference, { goal, scenario }) {
    if (isRunCost(goal)) {
        const { factor, suffix } = moneyUnitOf(scenario);
        return `${moneyText(difference * factor, { signed: true })}${suffix}`;
    }
    const text = threeDigits(difference);
    return `${difference > 0 ? '+' : ''}${text} ${goal.measure}`;
}
/** A value of the goal, in the scenario's money where it is money. */
export function goalText(value, { goal, scenario }) {
    if (isRunCost(goal))
        return costText(value, moneyUnitOf(scenario));
    return formatInUnit(value, goal.unit).replaceAll('\u202f', ' ');
}
/** The same where a head says the unit of money. */
export function bareGoalText(value, result) {
    if (!isRunCost(result.goal))
        return goalText(value, result);
    return amountText(value * moneyUnitOf(result.scenario).factor);
}
/** Whether it is the cost of a run, which reports give by the month where that is known. */
export function isRunCost({ measure }) {
    return /(^|\.)cost_usd$/.test(measure);
}
/** How many runs were used, and on what. */
export function usedText({ runs, worlds }) {
    const { budget, search, final, other } = runs;
    const fresh = worlds === undefined ? 'fresh seeds' : 'fresh worlds';
    return `${search + final + other} of ${budget}: ${search} of the search, ${final} final on ${fresh}, ${other} to check and compare`;
}
/** The values of what is varied: `averageUtilization=60 minReplicas=4`. */
export function settingText({ params }, { vary }) {
    return vary.map(({ key }) => `${key}=${params[key] ?? ''}`).join(' ');
}
