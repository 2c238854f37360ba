import { exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import type { Allowance } from '../../engine/limits/allowance.js';
import { countText, sizeText } from '../../engine/limits/amounts.js';
import type { PlannedComparison } from '../plan.js';

/**
 * Memory of the results, as measured with 200 and 1,000 candidates and with 6,000 runs: of a candidate's row in tables and
 * documents, of one point of its curves (at most 3,000 a service), and of the measures of one run.
 */
const bytesOf = {
  candidate: 250_000,
  point: 100,
  points: 3000,
  run: 10_000,
  runOfService: 15_000,
  runOfConsumer: 5_000,
} as const;

export interface PlannedResults {
  readonly comparisons: readonly PlannedComparison[];
  /** Runs of each candidate, at most. */
  readonly runCount: number;
  /** Parts that share the runs; each keeps the curves of all its runs. */
  readonly shardCount?: number | undefined;
}

/** What all results of a comparison take in memory until it is written. */
export function resultBytes({ comparisons, runCount, shardCount }: PlannedResults): number {
  return comparisons.reduce((sum, { scenario, candidates }) => {
    const serviceCount = Object.keys(scenario.services).length;
    const pictures = bytesOf.candidate + serviceCount * Math.min(bytesOf.points, scenario.duration) * bytesOf.point;
    const ofConsumers = Object.keys(scenario.ai?.consumers ?? {}).length * bytesOf.runOfConsumer;
    const run = bytesOf.run + serviceCount * bytesOf.runOfService + ofConsumers;
    const ofCandidate =
      shardCount === undefined ? pictures + runCount * run : (Math.ceil(runCount / shardCount) || 1) * (pictures + run);
    return sum + candidates.length * ofCandidate;
  }, 0);
}

/** Refuses a comparison whose results would not fit. @throws ProblemError with exit code 106 */
export function rejectLargeResults(planned: PlannedResults, { memoryBytes }: Allowance): void {
  const bytes = resultBytes(planned);
  if (bytes <= memoryBytes) return;
  const { comparisons, runCount } = planned;
  const policyCount = Math.max(...comparisons.map(({ candidates }) => candidates.length));
  const scenarios = comparisons.length === 1 ? '' : ` on ${countText(comparisons.length)} scenarios`;
  const runs = runCount === 1 ? '1 run' : `${countText(runCount)} runs`;
  const problem = {
    code: 'too-many-results',
    where: {},
    what: `the results of ${countText(policyCount)} policies${scenarios} with ${runs} each need about ${sizeText(bytes)} of memory; the limit is ${sizeText(memoryBytes)}`,
    why: 'All of them are kept until the last run has ended.',
    fix: `compare fewer policies at a time, lower --runs, or raise the limit: --max-memory ${sizeText(bytes)}.`,
  };
  throw new ProblemError([problem], exitCode.outputBlocked);
}
