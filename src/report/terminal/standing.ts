import { plainName } from '../../results/partName.js';
import type { PolicyResult, ScenarioResult, ThresholdResult } from '../../results/results.js';
import { worstFirst } from '../../results/worstFirst.js';

/** Columns that a limit can fail in, worst first, with the word the last column then shows. */
export const limitColumns = ['good', 'latency', 'slow', 'flaps', 'cost', 'other'] as const;
export type LimitColumn = (typeof limitColumns)[number];

/** How a policy stands against its limits. */
export interface Standing {
  readonly policy: PolicyResult;
  /** Share of good requests; undefined without requests. */
  readonly goodShare: number | undefined;
  /** What the gate judges: over all runs. Undefined without an slo. */
  readonly meetsSlo: boolean | undefined;
  /** The worst first. */
  readonly failedThresholds: readonly ThresholdResult[];
  /** True kept, false failed; a column without a limit is absent. */
  readonly marks: ReadonlyMap<LimitColumn, boolean>;
  /** Keeps the slo, if there is one, and every threshold. */
  readonly qualifies: boolean;
}

/** Mean of a measure; undefined when it has none. */
export function meanOf({ measures }: PolicyResult, name: string): number | undefined {
  return measures[name]?.mean ?? undefined;
}

export function standingOf(policy: PolicyResult, { slo }: Pick<ScenarioResult, 'slo'>): Standing {
  const goodShare = slo === null ? plainGoodShare(policy) : (policy.slo?.good_share ?? undefined);
  const meetsSlo = slo === null ? undefined : policy.slo?.met;
  const marks = new Map<LimitColumn, boolean>();
  if (meetsSlo !== undefined) marks.set('good', meetsSlo);
  for (const { metric, ok } of policy.thresholds) {
    const column = columnOf(metric);
    marks.set(column, ok && (marks.get(column) ?? true));
  }
  const failedThresholds = worstFirst(policy.thresholds.filter(({ ok }) => !ok));
  const qualifies = (slo === null || meetsSlo === true) && failedThresholds.length === 0;
  return { policy, goodShare, meetsSlo, failedThresholds, marks, qualifies };
}

/** Without an slo every completed request is good. */
function plainGoodShare(policy: PolicyResult): number | undefined {
  const offered = meanOf(policy, 'requests_offered');
  const good = meanOf(policy, 'requests_good');
  return offered === undefined || good === undefined || offered === 0 ? undefined : good / offered;
}

/** Where the table shows a threshold's mark. */
function columnOf(metric: string): LimitColumn {
  const name = plainName(metric.replace(/\{.*$/, ''));
  if (name === 'slo_attainment' || name === 'http_req_failed') return 'good';
  if (name.startsWith('latency') || name === 'http_req_duration') return 'latency';
  if (name.endsWith('_above_slo_s')) return 'slow';
  if (name === 'scaling_reversals') return 'flaps';
  return name.includes('cost') ? 'cost' : 'other';
}
