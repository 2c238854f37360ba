import type {
  FailedPolicy,
  PolicyResult,
  ResultDocument,
  ScenarioResult,
  ThresholdResult,
} from '../../src/results/results.js';
import { samplePolicy, sampleScenario } from './samplePolicy.js';

/** A name that means something to every format there is. */
export const hostileName =
  'a"b<script>alert(1)</script>&|`*_[x](http://evil.example)@admin #1 ::error::\u0001\n::error::x %0A,:';

/** A policy with these thresholds, and the same measures in two runs. */
export function policyWith(
  name: string,
  thresholds: readonly ThresholdResult[],
  measures: Readonly<Record<string, number>> = { cost_usd: 13, cost_usd_per_month: 940, slo_attainment: 0.995 },
): PolicyResult {
  return { ...samplePolicy(name, [measures, measures]), thresholds: [...thresholds] };
}

const broken: FailedPolicy = { name: 'broken', failure: { kind: 'value', message: 'broken.lua:1: -3', time_s: 75 } };
const tooDear: ThresholdResult = { metric: 'cost_usd', expression: 'value<12', value: 13, ok: false };
const late: ThresholdResult = {
  metric: 'latency_all_ms',
  expression: 'p(99)<800',
  value: null,
  ok: false,
  reason: 'unanswered',
};

export function gateScenario(
  policies: readonly (PolicyResult | FailedPolicy)[],
  parts: Partial<ScenarioResult> = {},
): ScenarioResult {
  const ran = policies.filter((policy): policy is PolicyResult => 'replications' in policy);
  return { ...sampleScenario(ran), policies: [...policies], ...parts };
}

/** A measure that is 8.33 % worse than its baseline. */
export const regression = {
  policy: 'tuned',
  measure: 'cost_usd',
  baseline: 12,
  value: 13,
  regression: 0.0833,
  low: 0.08,
  high: 0.09,
  limit: 0.05,
  limit_kind: 'relative',
  level: 'error',
  paired: true,
  outcome: 'regressed',
  ok: false,
} as const;

/** One of everything that a gate can say: a reference that misses, a candidate that misses and regressed, one that failed. */
export function gateDocument(scenarios?: readonly ScenarioResult[]): ResultDocument {
  const own = gateScenario([policyWith('now', [tooDear]), policyWith('tuned', [tooDear, late]), broken], {
    baseline: {
      version: '0.1.0',
      notes: ['The baseline has the seed 7.'],
      regressions: [regression],
      moved: [{ policy: 'tuned', measure: 'cost_usd', baseline: 12, value: 13, verdict: 'worse' }],
      decisions: [{ policy: 'tuned', before: 40, after: 38, first_change_s: 615 }],
      unknown: ['now'],
    },
  });
  return {
    format: 'dryscale-result/1',
    version: '0.1.0',
    command: 'dryscale compare x.yaml',
    scenarios: [...(scenarios ?? [own])],
  };
}
