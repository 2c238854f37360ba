import { measureOf } from '../../results/measures/index.js';
import { counted, formatCost, formatInterval, formatInUnit, formatObjective, formatUsd, thinSpace } from '../format.js';
import { unansweredText } from '../unansweredText.js';
import { unitOf } from './unitOf.js';
/**
 * Value of a measure over the replications: never blank, `4.1 % fail` where it falls among requests not answered well.
 *
 * @param money the cost of a run is given in it; without, as what its label says
 */
export function measureText(policy, name, money) {
    const aggregate = policy.measures[name];
    const unit = unitOf(name);
    if (aggregate?.mean === null || aggregate === undefined) {
        const reason = aggregate?.reason ?? 'not measured';
        if (reason !== 'unanswered')
            return { text: 'n/a', note: reason, interval: '' };
        const total = policy.replications.length;
        const where = aggregate.unanswered === undefined ? '' : ` in ${aggregate.unanswered} of ${counted(total, 'run')}`;
        const note = `so many requests were not answered well${where} that this value falls among them`;
        return { text: unansweredText(policy, thinSpace), note, interval: '' };
    }
    const { mean, low, high } = aggregate;
    if (name === 'cost_usd' && money !== undefined) {
        const interval = low === null || high === null ? '' : `${formatCost(low, money)} to ${formatCost(high, money)}`;
        const { perHourFactor } = money;
        const note = perHourFactor === undefined ? '' : `${formatUsd(mean * perHourFactor)}/hour`;
        return { text: formatCost(mean, money), note, interval };
    }
    return { text: formatInUnit(mean, unit), note: '', interval: formatInterval(aggregate, unit) };
}
/** The value that a limit judges. */
export function limitValueText(policy, { value, reason, unit }) {
    if (value !== null)
        return formatInUnit(value, unit);
    return reason === 'unanswered' ? unansweredText(policy, thinSpace) : 'n/a';
}
/** The limit itself, as the user wrote the number. */
export function limitText({ limit, unit }) {
    if (unit === 'usd')
        return `$${limit}`;
    return unit === 'ratio' ? formatObjective(limit) : formatInUnit(limit, unit);
}
/** The label of a measure; of one service's with its name, as `cost (web)`. */
export function measureLabel(name) {
    const service = /^services\.([^.]+)\./.exec(name)?.[1];
    const label = measureOf(name)?.label ?? name;
    return service === undefined ? label : `${label} (${service})`;
}
