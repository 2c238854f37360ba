import { pairedRatio } from '../analysis/paired.js';
import type { Contender, Study } from '../analysis/study.js';
import type { DifferenceRow, DifferencesData } from '../charts/differences.js';

const compared = [
  { measure: 'cost_usd', label: 'cost' },
  { measure: 'latency_all_p50_ms', label: 'p50 all' },
  { measure: 'latency_all_p95_ms', label: 'p95 all' },
  { measure: 'latency_all_p99_ms', label: 'p99 all' },
] as const;

/** References to choose from: each carries a chart of all others, and a page of ten policies must stay below 1.5 MB. */
const referencesMax = 5;

/** The best policies as the reference of all others, the study's own first; empty with one policy. */
export function differencesDataOf({ reference, ranked }: Study): DifferencesData[] {
  const references = [...ranked.filter((one) => one === reference), ...ranked.filter((one) => one !== reference)];
  return references.slice(0, referencesMax).flatMap((one) => against(one, ranked));
}

function against(reference: Contender, contenders: readonly Contender[]): DifferencesData[] {
  const others = contenders.filter((one) => one !== reference);
  const groups = compared.flatMap(({ measure, label }) => {
    const rows = others.flatMap((other) => rowOf(measure, reference, other));
    return rows.length === 0 ? [] : [{ label, rows }];
  });
  return groups.length === 0 ? [] : [{ reference: reference.name, groups }];
}

function rowOf(measure: string, reference: Contender, other: Contender): DifferenceRow[] {
  const { color, symbol } = other.style;
  const common = { name: other.name, color, symbol };
  const late = (one: Contender) => one.policy.measures[measure]?.reason === 'unanswered';
  const none = { ratio: null, low: null, high: null };
  if (late(other)) return [{ ...common, ...none, note: late(reference) ? 'unanswered too' : 'unanswered' }];
  if (late(reference)) return [{ ...common, ...none, note: 'answered' }];
  const ratio = pairedRatio(measure, reference.policy, other.policy);
  if (ratio === undefined) return [];
  // Four digits are more than a pixel shows, and there is a chart for each reference.
  const short = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));
  return [
    { ...common, ratio: Number(ratio.ratio.toPrecision(4)), low: short(ratio.low), high: short(ratio.high), note: '' },
  ];
}
