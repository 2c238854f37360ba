import { comparisons, type ScalingPolicy } from './model.js';
import { numberText } from './policy/numberText.js';

/** What a policy goes by, for tables: `CPU 55 %`, or the bounds of its alarms, `CPU > 70 %`. */
export function targetText(policy: ScalingPolicy): string {
  if (policy.type === 'target-tracking') {
    const { metric, target } = policy;
    return `${metric.label} ${numberText(target)}${metric.unit}`;
  }
  if (policy.alarms.length === 0) return policy.type;
  return policy.alarms
    .map(({ metric, comparison, threshold }) => {
      return `${metric.label} ${comparisons[comparison].sign} ${numberText(threshold)}${metric.unit}`;
    })
    .join(', ');
}
