import { measureOf } from '../results/measures/index.js';
import { formatInUnit } from './format.js';
/** `cost_usd of target-cpu is 6.0 % worse than the baseline (5.9 % to 6.1 %); the limit is 5 %` */
export function regressionText(regression) {
    const { measure, policy, limit, reason } = regression;
    const subject = `${measure} of ${policy}`;
    const limitText = `the limit is ${amount(limit, regression)}`;
    if (regression.regression === null || reason !== undefined) {
        const change = regression.regression === null ? '' : ` is ${changeText(regression)}`;
        return `${subject}${change}${change === '' ? ' is' : ','} ${reason ?? 'worse than nothing'}; ${limitText}`;
    }
    const { low, high } = regression;
    const interval = low === null || high === null ? '' : ` (${signed(low, regression)} to ${signed(high, regression)}, 99 % interval)`;
    return `${subject} is ${changeText(regression)}${interval}; ${limitText}`;
}
/** The word for an outcome: what it does to the pipeline. */
export function regressionWord({ outcome, ok, level }) {
    if (!ok)
        return level === 'error' ? 'failed' : 'warning';
    return outcome === 'unclear' ? 'warning' : 'ok';
}
/** The baseline's part of the terminal: what the reader must know of it, then one line a limit, the worst first. */
export function regressionLines({ name, baseline, revision }) {
    if (baseline === undefined && revision === undefined)
        return [];
    const order = ['failed', 'warning', 'ok'];
    const sorted = [...(baseline?.regressions ?? [])].sort((a, b) => order.indexOf(regressionWord(a)) - order.indexOf(regressionWord(b)));
    const unknown = baseline?.unknown ?? [];
    return [
        `${name} against ${revision?.name ?? 'the baseline'}`,
        ...[...(revision?.notes ?? []), ...(baseline?.notes ?? [])].map((note) => `note     ${note}`),
        ...(unknown.length === 0 ? [] : [`note     Not in the baseline, so not judged: ${unknown.join(', ')}.`]),
        ...sorted.map((one) => `${regressionWord(one).padEnd(8)} ${plainSpaces(regressionText(one))}${unclearText(one)}`),
    ];
}
/** Said where the mean alone would have failed. */
export function unclearText({ outcome, reason }) {
    return outcome === 'unclear' && reason === undefined ? ': unclear, more --runs would tell' : '';
}
function changeText(regression) {
    const change = regression.regression ?? 0;
    const other = regression.against ?? 'the baseline';
    if (change === 0)
        return regression.against === undefined ? 'as in the baseline' : `the same as ${other}`;
    return `${amount(Math.abs(change), regression)} ${change > 0 ? 'worse' : 'better'} than ${other}`;
}
function signed(value, regression) {
    return value < 0 ? `-${amount(-value, regression)}` : amount(value, regression);
}
function amount(value, { limit_kind, measure }) {
    if (limit_kind === 'relative')
        return `${trimmed(value * 100)} %`;
    const unit = measureOf(measure)?.unit ?? '';
    // A difference of shares is no share: it needs its digits, not to be rounded down.
    return unit === 'ratio' || unit === '' ? trimmed(value) : formatInUnit(value, unit);
}
function trimmed(value) {
    return String(Number(value.toPrecision(3)));
}
function plainSpaces(text) {
    return text.replaceAll('\u202f', ' ').replaceAll('\u2212', '-');
}
