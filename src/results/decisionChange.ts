import type { DecisionRow, PolicyResult } from './results.js';

/** How the decisions of one replication differ between two policies. */
export interface DecisionChange {
  /** Rows, one a change of decision, result or rule. */
  readonly before: number;
  readonly after: number;
  /** Virtual time of the first one that differs; null when all are alike. */
  readonly first_change_s: number | null;
}

/** What a policy decided otherwise than before. */
export function decisionChange(
  before: Pick<PolicyResult, 'decisions'>,
  after: Pick<PolicyResult, 'decisions'>,
): DecisionChange {
  const counts = { before: before.decisions.length, after: after.decisions.length };
  const longest = Math.max(counts.before, counts.after);
  for (let index = 0; index < longest; index++) {
    const [old, now] = [before.decisions.at(index), after.decisions.at(index)];
    if (old !== undefined && now !== undefined && isAlike(old, now)) continue;
    return { ...counts, first_change_s: Math.min(old?.time_s ?? Infinity, now?.time_s ?? Infinity) };
  }
  return { ...counts, first_change_s: null };
}

/** Reasons and rules are words; what was asked for and what came of it is the decision. */
function isAlike(a: DecisionRow, b: DecisionRow): boolean {
  return (
    a.time_s === b.time_s &&
    a.until_s === b.until_s &&
    a.service === b.service &&
    a.desired === b.desired &&
    a.applied === b.applied &&
    a.result === b.result
  );
}
