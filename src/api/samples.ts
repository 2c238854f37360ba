import type { PolicyResult } from '../results/results.js';
import type { RunResult } from '../results/runResult.js';
import type { Scenario } from '../scenario/schema.js';

/** The runs behind a result: what a threshold that the scenario does not name is judged on. */
export interface Samples {
  readonly scenario: Scenario;
  readonly runs: readonly RunResult[];
}

/** Beside the results, not in them: a result is what the document says of a policy and nothing else. */
const samplesOfResults = new WeakMap<PolicyResult, Samples>();

/** Remembers the runs of a result for as long as the result lives. */
export function keepRuns(result: PolicyResult, samples: Samples): void {
  samplesOfResults.set(result, samples);
}

/** The runs of a result made in this process; undefined for one read from a file. */
export function samplesOf(result: PolicyResult): Samples | undefined {
  return samplesOfResults.get(result);
}
