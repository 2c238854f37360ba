import { failsSlo, judgedForLimits } from '../results/judged.js';
import { measureOf } from '../results/measures/index.js';
import { hasResults } from '../results/results.js';
import { heldInText } from './sloText.js';
import { threeDigits } from './terminal/numbers.js';
/** `latency_all_ms p(99)<800 got 1,240 ms` */
export function thresholdText(threshold) {
    const { metric, expression, value, reason } = threshold;
    const got = value === null ? (reason ?? 'no data') : `${valueText(value)}${unitText(threshold)}`;
    return `${metric} ${expression} got ${got}`;
}
/** Three digits, or as many as it takes: a value must never look like the limit it misses. */
function valueText(value) {
    return Math.abs(value) >= 1000 ? threeDigits(value) : String(Number(value.toPrecision(4)));
}
const unitTexts = {
    ms: ' ms',
    s: ' s',
    usd: ' USD',
    percent: ' %',
    per_second: '/s',
};
/** The unit of the number in the expression; shares and counts have none. */
function unitText({ metric, expression }) {
    const name = metric.replace(/\{.*$/, '');
    const known = measureOf(name)?.unit;
    if (known !== undefined)
        return unitTexts[known] ?? '';
    if (/_ms$|duration$/.test(name))
        return unitTexts.ms;
    if (/_s$/.test(name))
        return unitTexts.s;
    // The rate of a counter is so many a second; that of failures is a share.
    return /^rate\b/.test(expression.trim()) && !name.endsWith('failed') ? unitTexts.per_second : '';
}
/** Whose missed limits end the command with 99, each with what it misses; none where nothing does. */
export function gateMisses(scenario, rule) {
    const judged = judgedForLimits(scenario, rule);
    return scenario.policies.flatMap((policy) => {
        if (!judged.has(policy.name) || !hasResults(policy))
            return [];
        const missedCount = policy.thresholds.filter(({ ok }) => !ok).length;
        const parts = [
            ...(failsSlo(policy) && policy.slo !== undefined ? [`the SLO${sloNote(policy.slo)}`] : []),
            ...(missedCount === 0 ? [] : [`${missedCount} of ${policy.thresholds.length} thresholds`]),
        ];
        return parts.length === 0 ? [] : [`${policy.name} misses ${parts.join(' and ')}`];
    });
}
function sloNote(slo) {
    const held = slo.reason ?? heldInText(slo);
    return held === undefined ? '' : ` (${slo.reason === undefined ? 'met ' : ''}${held})`;
}
