import { heldBackFindings } from '../engine/heldBack.js';
import { warmupFindings } from '../engine/warmupFindings.js';
import type { Candidate } from '../policy/policySpec.js';
import { aggregateMeasures } from '../results/aggregate.js';
import { pooledCallGraph } from '../results/callGraph.js';
import { fallbackFindings, meanFallbacks } from '../results/fallbacks.js';
import { restartFindings } from '../results/restarts.js';
import type { PolicyResult, ReplicationResult } from '../results/results.js';
import { rolloutFindings, rolloutResults } from '../results/rollouts.js';
import { meanRouted, routedFindings } from '../results/routed.js';
import type { RunResult } from '../results/runResult.js';
import { sloResult } from '../results/sloResult.js';
import { evaluateThresholds } from '../results/thresholds.js';
import type { Scenario } from '../scenario/schema.js';
import { bucketUpperSeconds, Histogram } from '../stats/histogram.js';

interface FinishedRuns {
  readonly candidate: Candidate;
  readonly scenario: Scenario;
  /** At least one, in the order of their numbers. */
  readonly runs: readonly RunResult[];
  /** The replication whose curves, decisions and events the document has. */
  readonly shown: number | undefined;
  readonly allowEmpty: boolean;
}

/** What the document says about one candidate whose runs went well. */
export function policyResult({ candidate, scenario, runs, shown, allowEmpty }: FinishedRuns): PolicyResult {
  const replications = runs.map(replicationResult);
  const drawn = runs.find(({ replication }) => replication === shown);
  const detail = drawn?.detail;
  const fallbacks = runs.map((run) => run.fallbacks ?? []);
  const rollouts = rolloutResults(
    runs.map((run) => run.rollouts ?? []),
    drawn?.rollouts,
  );
  const routed = runs.map((run) => run.routed ?? []);
  const callGraph = pooledCallGraph(
    runs.map((run) => run.callGraph),
    drawn?.callGraph,
  );
  return {
    name: candidate.name,
    source: candidate.source,
    hash: candidate.hash,
    params: { ...candidate.params },
    replications,
    measures: aggregateMeasures(replications),
    thresholds: evaluateThresholds(scenario.thresholds, runs, {
      spanSeconds: scenario.duration - scenario.warmup,
      allowEmpty,
    }),
    ...(scenario.slo === undefined ? {} : { slo: sloResult(scenario.slo, runs, { allowEmpty }) }),
    timeline: detail === undefined ? [] : [...detail.timeline],
    ...(detail?.providers === undefined ? {} : { providers: [...detail.providers] }),
    latencyHistogram: latencyHistogram(runs),
    events: detail === undefined ? [] : [...detail.events],
    ...(detail?.aboveSlo === undefined ? {} : { above_slo: detail.aboveSlo.map(([from, until]) => [from, until]) }),
    ...(detail === undefined ? {} : { lagBudget: [...detail.lagBudget] }),
    ...(callGraph === undefined ? {} : { callGraph }),
    ...(fallbacks.some((one) => one.length > 0) ? { fallbacks: meanFallbacks(fallbacks) } : {}),
    ...(rollouts.length > 0 ? { rollouts } : {}),
    ...(routed.some((one) => one.length > 0) ? { routed: meanRouted(routed) } : {}),
    decisions: detail === undefined ? [] : [...detail.decisions],
    ...(detail?.log === undefined ? {} : { log: detail.log }),
    findings: [
      ...mergeFindings(runs),
      ...heldBackFindings(
        runs.flatMap(({ heldBack }) => heldBack),
        Object.keys(scenario.services).length,
      ),
      ...restartFindings(
        runs.map(({ restarts = [] }) => restarts),
        Object.keys(scenario.services).length,
      ),
      ...fallbackFindings(fallbacks),
      ...rolloutFindings(rollouts),
      ...routedFindings(routed),
      ...warmupFindings(
        scenario,
        runs.map(({ settling }) => settling),
      ),
    ],
  };
}

function replicationResult({ replication, measures, nulls }: RunResult): ReplicationResult {
  const hasNulls = Object.keys(nulls).length > 0;
  return { replication, measures: { ...measures }, ...(hasNulls ? { nulls: { ...nulls } } : {}) };
}

/** Of completed requests, for only they have a latency where all are asked about. Six digits are far finer than a bucket. */
function latencyHistogram(runs: readonly RunResult[]): PolicyResult['latencyHistogram'] {
  const pooled = new Histogram();
  for (const { completedLatency } of runs.flatMap(({ groups }) => groups)) pooled.addSparse(completedLatency);
  const { buckets, counts } = pooled.toSparse();
  return {
    upper_ms: buckets.map((bucket) => Number((bucketUpperSeconds(bucket) * 1e3).toPrecision(6))),
    count: [...counts],
  };
}

/** The findings of all runs; those that differ in their figures only are said once, with the figures of the first run. */
function mergeFindings(runs: readonly RunResult[]): string[] {
  const byKind = new Map<string, string>();
  for (const text of runs.flatMap(({ findings }) => findings)) {
    const kind = text.replace(/\d[\d.]*/g, '#');
    if (!byKind.has(kind)) byKind.set(kind, text);
  }
  return [...byKind.values()];
}
