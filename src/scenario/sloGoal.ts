import type { ScenarioResult } from '../results/results.js';
import type { Scenario } from './schema.js';

type Slo = NonNullable<Scenario['slo']>;

/** What the SLO asks for, as documents say it. */
export function sloGoalOf({ latency, objective, ttft, itl }: Slo): NonNullable<ScenarioResult['slo']> {
  return {
    latency_s: latency,
    objective,
    ...(ttft === undefined ? {} : { ttft_s: ttft }),
    ...(itl === undefined ? {} : { itl_s: itl }),
  };
}
