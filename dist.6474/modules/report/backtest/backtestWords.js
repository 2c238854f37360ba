import { isoTime } from '../../base/isoTime.js';
import { backtestMeasures, } from '../../results/backtestResult.js';
import { clockText } from '../clock.js';
import { counted } from '../format.js';
import { instantText, latencyText, spanText, threeDigits } from '../terminal/numbers.js';
/** `start` of the recording's clock, as reports have it. */
export function startOf({ startUnixSeconds }) {
    return startUnixSeconds === null ? undefined : isoTime(startUnixSeconds);
}
export function rowWords(row, start) {
    const rule = measureRule(row.measure);
    const text = (value) => (value === null ? '-' : valueText(value, rule.unit, start));
    return {
        measure: rule.words,
        real: text(row.real),
        simulated: text(row.simulated),
        error: row.error === null ? '-' : errorText(row.error, rule.errorUnit),
        believable: row.ok === null ? '-' : row.ok ? 'yes' : 'no',
        why: row.why,
    };
}
export function measureRule(measure) {
    const rule = Object.entries(backtestMeasures).find(([name]) => name === measure)?.[1];
    return rule ?? { words: measure, unit: 'count', errorUnit: 'count' };
}
function valueText(value, unit, start) {
    if (unit === 's')
        return instantText(value, start);
    if (unit === 'ms')
        return latencyText(value);
    if (unit === 'share')
        return `${threeDigits(value * 100)} %`;
    return threeDigits(value);
}
function errorText(error, unit) {
    if (unit === 'pods')
        return threeDigits(error);
    const sign = error > 0 ? '+' : '';
    if (unit === 's')
        return sign + spanText(error);
    if (unit === 'ratio')
        return `${sign}${Number((error * 100).toFixed(1))} %`;
    if (unit === 'share')
        return `${sign}${threeDigits(error * 100)} pt`;
    return sign + threeDigits(error);
}
/** The answer in one sentence, which only claims what was judged. */
export function answerText({ believable, backtest, reasons }) {
    if (believable === null)
        return `No conclusion: the recording cannot carry one. ${capitalised(reasons[0] ?? 'Replicas were not judged')}.`;
    const judged = backtest.filter(({ ok }) => ok !== null);
    const misses = judged.filter(({ ok }) => ok === false);
    const named = ({ measure, why }) => `${measureRule(measure).words} (${why})`;
    const replicas = backtest.find(({ measure }) => measure === 'replicas');
    if (misses.length > 0) {
        const held = judged.length - misses.length;
        return `Not believable in ${counted(misses.length, 'measure')} of ${judged.length}: ${misses.map(named).join('; ')}.${held > 0 && replicas?.ok === true ? ` Replicas follow the real ones: ${replicas.why}.` : ''}`;
    }
    return `Believable: replicas are ${replicas?.why ?? ''}${judged.length > 1 ? `, and so ${judged.length === 2 ? 'is' : 'are'} ${counted(judged.length - 1, 'other measure')}` : ''}.`;
}
function capitalised(text) {
    return text.slice(0, 1).toUpperCase() + text.slice(1);
}
/** Which part of which time. */
export function stretchText({ stretch }, start) {
    const at = (seconds) => (start === undefined ? spanText(seconds) : clockText(seconds, start));
    const day = start === undefined ? '' : `${start.slice(0, 10)} `;
    return `${day}${at(stretch.from_s)} to ${at(stretch.to_s)}`;
}
/** What was fitted, from what to what. */
export function fittedText({ path, before, after, low, high, isAtEnd }) {
    const end = isAtEnd ? '; the end of its range: the truth may lie beyond' : '';
    return `${path}: ${before} -> ${after} (tried ${low} to ${high}${end})`;
}
/** Whose traffic was sent. */
export function trafficWords({ traffic }) {
    if (traffic === 'scenario')
        return "the scenario's own traffic";
    return traffic === 'recorded steps' ? 'the recorded load' : 'the recorded request rate';
}
