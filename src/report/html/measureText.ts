import { measureOf } from '../../results/measures/index.js';
import { partOf } from '../../results/partName.js';
import type { PolicyResult } from '../../results/results.js';
import type { Limit } from '../analysis/limits.js';
import { counted, formatCost, formatInterval, formatInUnit, formatObjective, formatUsd, thinSpace } from '../format.js';
import type { MoneyUnit } from '../money.js';
import { unansweredText } from '../unansweredText.js';
import { unitOf } from './unitOf.js';

/** A measure as a reader sees it. */
interface MeasureText {
  readonly text: string;
  /** Why there is no plain number; empty if there is one. */
  readonly note: string;
  readonly interval: string;
}

/**
 * Value of a measure over the replications: never blank, `4.1 % fail` where it falls among requests not answered well.
 *
 * @param money the cost of a run is given in it; without, as what its label says
 */
export function measureText(policy: PolicyResult, name: string, money?: MoneyUnit): MeasureText {
  const aggregate = policy.measures[name];
  const unit = unitOf(name);
  if (aggregate?.mean === null || aggregate === undefined) {
    const reason = aggregate?.reason ?? 'not measured';
    if (reason !== 'unanswered') return { text: 'n/a', note: reason, interval: '' };
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
export function limitValueText(policy: PolicyResult, { value, reason, unit }: Limit): string {
  if (value !== null) return formatInUnit(value, unit);
  return reason === 'unanswered' ? unansweredText(policy, thinSpace) : 'n/a';
}

/** The limit itself, as the user wrote the number. */
export function limitText({ limit, unit }: Limit): string {
  if (unit === 'usd') return `$${limit}`;
  return unit === 'ratio' ? formatObjective(limit) : formatInUnit(limit, unit);
}

/** The label of a measure; of one service's or consumer's with its name, as `cost (web)`. */
export function measureLabel(name: string): string {
  const part = partOf(name);
  const label = measureOf(name)?.label ?? name;
  return part === undefined ? label : `${label} (${part.name})`;
}
