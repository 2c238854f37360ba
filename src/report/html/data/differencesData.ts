import { pairedRatio } from '../analysis/paired.js';
import type { Contender, Study } from '../analysis/study.js';
import type { DifferenceRow, DifferencesData } from '../charts/differences.js';

const compared = [
  { measure: 'cost_usd', label: 'cost' },
  { measure: 'latency_all_p50_ms', label: 'p50 all' },
  { measure: 'latency_all_p95_ms', label: 'p95 all' },
  { measure: 'latency_all_p99_ms', label: 'p99 all' },
] as const;

/** Every other policy against the reference; undefined with one policy. */
export function differencesDataOf({ reference, contenders }: Study): DifferencesData | undefined {
  const others = contenders.filter((one) => one !== reference);
  if (reference === undefined || others.length === 0) return undefined;
  const groups = compared.flatMap(({ measure, label }) => {
    const rows = others.flatMap((other) => rowOf(measure, reference, other));
    return rows.length === 0 ? [] : [{ label, rows }];
  });
  return groups.length === 0 ? undefined : { reference: reference.name, groups };
}

function rowOf(measure: string, reference: Contender, other: Contender): DifferenceRow[] {
  const { color, symbol } = other.style;
  const common = { name: other.name, color, symbol };
  const late = (one: Contender) => one.policy.measures[measure]?.reason === 'unanswered';
  const none = { ratio: null, low: null, high: null };
  if (late(other)) return [{ ...common, ...none, note: late(reference) ? 'unanswered too' : 'unanswered' }];
  if (late(reference)) return [{ ...common, ...none, note: 'answered' }];
  const ratio = pairedRatio(measure, reference.policy, other.policy);
  return ratio === undefined ? [] : [{ ...common, ratio: ratio.ratio, low: ratio.low, high: ratio.high, note: '' }];
}
