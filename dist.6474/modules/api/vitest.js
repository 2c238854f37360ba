import { expect } from 'vitest';
import { failsSlo, keepsLimits } from '../results/judged.js';
import { hasResults, } from '../results/results.js';
import { judge } from './judge.js';
/** A result that is none would pass every `not`: it is refused instead. */
function resultOf(received, matcher) {
    const isObject = typeof received === 'object' && received !== null;
    // safe: checked by its own fields on the line; everything else comes from the document's schema.
    if (isObject && ('thresholds' in received || 'failure' in received))
        return received;
    const hint = isObject && 'policies' in received ? ' Take one of its `policies`.' : '';
    throw new TypeError(`${matcher} needs the result of one policy, as simulate returns it.${hint}`);
}
function failed({ name, failure }) {
    return { pass: false, message: () => `${name} failed and has no results: ${failure.message}` };
}
function valueText({ value, reason }) {
    if (value === null)
        return `there is no value (${reason ?? 'no data'})`;
    return `the value is ${Number(value.toPrecision(6))}`;
}
function toMeet(received, first, second) {
    const result = resultOf(received, 'toMeet');
    if (!hasResults(result))
        return failed(result);
    const judged = second === undefined ? judge(result, first) : judge(result, first, second);
    const { metric, expression, ok } = judged;
    const wish = `expected ${result.name} ${ok ? 'not ' : ''}to meet ${metric} ${expression}`;
    return { pass: ok, message: () => `${wish}, but ${valueText(judged)}` };
}
function toMeetThresholds(received) {
    const result = resultOf(received, 'toMeetThresholds');
    if (!hasResults(result))
        return failed(result);
    const { name, thresholds, slo } = result;
    const hasSloGate = slo?.gate === true;
    if (thresholds.length === 0 && !hasSloGate) {
        const what = slo === undefined ? 'no thresholds and no SLO' : 'no thresholds, and an SLO that is only reported';
        return { pass: false, message: () => `the scenario of ${name} has ${what}, so none can be judged` };
    }
    const kept = `${thresholds.length} thresholds${hasSloGate ? ' and its SLO' : ''}`;
    if (keepsLimits(result))
        return { pass: true, message: () => `expected ${name} to miss one of its ${kept}` };
    const missed = thresholds.filter(({ ok }) => !ok);
    const lines = missed.map((one) => `  ${one.metric} ${one.expression}: ${valueText(one)}`);
    const parts = [
        ...(failsSlo(result) ? ['the SLO'] : []),
        ...(missed.length === 0 ? [] : [`${missed.length} of ${thresholds.length} thresholds`]),
    ];
    if (slo !== undefined && failsSlo(result))
        lines.unshift(`  the SLO: ${sloText(slo)}`);
    return { pass: false, message: () => [`${name} misses ${parts.join(' and ')}`, ...lines].join('\n') };
}
function toMeetSlo(received) {
    const result = resultOf(received, 'toMeetSlo');
    if (!hasResults(result))
        return failed(result);
    const { name, slo } = result;
    if (slo === undefined)
        return { pass: false, message: () => `the scenario of ${name} has no SLO to meet` };
    const wish = `expected ${name} ${slo.met ? 'not ' : ''}to meet the SLO`;
    return { pass: slo.met, message: () => `${wish}, but ${sloText(slo)}` };
}
/** `98.2 % of the requests were good; met in 3 of 10 runs` */
function sloText({ good_share: share, runs_met, runs, reason }) {
    if (share === null)
        return `there is nothing to judge (${reason ?? 'no requests'})`;
    return `${Number((share * 100).toPrecision(6))} % of the requests were good; met in ${runs_met} of ${runs} runs`;
}
expect.extend({ toMeet, toMeetSlo, toMeetThresholds });
