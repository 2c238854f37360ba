import { amountText } from './amountText.js';
import { comparisons, type ScalingPolicy } from './model.js';
import type { Amount } from './openValue.js';

/** What a policy goes by, for tables: `CPU 55 %`, or the bounds of its alarms, `CPU > 70 %`. */
export function targetText(policy: ScalingPolicy<Amount>): string {
  if (policy.type === 'forecast') return policy.canScale ? 'forecast' : 'forecast only';
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
