import { formatDuration } from '../../base/duration.js';
import { comparisons } from './model.js';
import { isOpen } from './openValue.js';
/** What a policy goes by, for tables: `CPU 55 %`, or the bounds of its alarms, `CPU > 70 %`. */
export function targetText(policy) {
    if (policy.type === 'forecast')
        return policy.canScale ? 'forecast' : 'forecast only';
    if (policy.type === 'target-tracking') {
        const { metric, target } = policy;
        return `${metric.label} ${amountText(target)}${metric.unit}`;
    }
    const { alarms, elsewhere } = policy.calls;
    const own = alarms.map(({ metric, comparison, threshold }) => {
        return `${metric.label} ${comparisons[comparison].sign} ${amountText(threshold)}${metric.unit}`;
    });
    return [...own, ...elsewhere.map((name) => `alarm ${name}`)].join(', ') || policy.type;
}
/** A number of a manifest as sentences show it; what is open by its name. */
export function amountText(amount) {
    return isOpen(amount) ? amount.text : numberText(amount);
}
/** A span of seconds. */
export function spanText(seconds) {
    return isOpen(seconds) ? `${seconds.text} s` : formatDuration(seconds);
}
/** A number as people read it: at most four significant digits, no exponent. */
export function numberText(value) {
    const rounded = Number(value.toPrecision(4));
    return Math.abs(rounded) >= 1e21 ? String(rounded) : String(Math.abs(value) >= 1e4 ? Math.round(value) : rounded);
}
