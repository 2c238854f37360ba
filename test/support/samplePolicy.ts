import { aggregateMeasures } from '../../src/results/aggregate.js';
import { comparePolicies } from '../../src/results/comparisons.js';
import type { PolicyResult, ScenarioResult, Timeline } from '../../src/results/results.js';
import { sampleSlo } from './sampleSlo.js';

/** The result of a policy with these measures in each replication and nothing else. */
export function samplePolicy(
  name: string,
  measures: readonly Readonly<Record<string, number | null>>[],
  nulls?: Readonly<Record<string, string>>,
): PolicyResult {
  const replications = measures.map((values, replication) => ({
    replication,
    measures: { ...values },
    ...(nulls === undefined ? {} : { nulls: { ...nulls } }),
  }));
  return {
    name,
    source: `${name}.lua`,
    hash: '0',
    params: {},
    replications,
    measures: aggregateMeasures(replications),
    thresholds: [],
    ...sampleSlo(replications),
    timeline: [],
    latencyHistogram: { upper_ms: [], count: [] },
    events: [],
    decisions: [],
    findings: [],
  };
}

/** A scenario with an slo of 99 % under 300 ms, every policy compared with the first. */
export function sampleScenario(policies: readonly PolicyResult[], parts: Partial<ScenarioResult> = {}): ScenarioResult {
  const [reference, ...others] = policies;
  return {
    name: 'flash-sale',
    hash: '0',
    duration_s: 3600,
    warmup_s: 0,
    seed: 1,
    slo: { latency_s: 0.3, objective: 0.99 },
    assumptions: [],
    notes: [],
    policies: [...policies],
    comparisons: others.flatMap((other) => comparePolicies(reference, other, { objective: 0.99 })),
    ...parts,
  };
}

/** A flash crowd of 60 then 600 requests a second; `lagSteps` late, and above the SLO in these spells. */
export function sampleTimeline(lagSteps: number, aboveSlo: readonly (readonly [number, number])[] = []): Timeline {
  const steps = Array.from({ length: 360 }, (_, index) => index);
  const isBusy = (step: number) => step >= 120 && step < 240;
  return {
    service: 'web',
    step_s: 10,
    rate: steps.map((step) => (isBusy(step) ? 600 : 60)),
    planned_rate: steps.map((step) => (isBusy(step) ? 600 : 60)),
    needed: steps.map((step) => (isBusy(step) ? 24 : 4)),
    desired: steps.map((step) => (isBusy(step - lagSteps) ? 24 : 4)),
    ready: steps.map((step) => (isBusy(step - lagSteps) ? 24 : 4)),
    starting: steps.map(() => 0),
    p95_ms: steps.map(() => 100),
    cpu: steps.map(() => 0.5),
    queue: steps.map(() => 0),
    above_slo: aboveSlo.map(([from, until]) => [from, until]),
  };
}
