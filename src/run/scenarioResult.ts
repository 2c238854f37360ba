import { isoTime } from '../base/isoTime.js';
import { yamlText } from '../base/yamlText.js';
import type { Candidate } from '../policy/policySpec.js';
import { comparePolicies } from '../results/comparisons.js';
import { namedLock } from '../results/namedLock.js';
import { type FailedPolicy, hasResults, type PolicyResult, type ScenarioResult } from '../results/results.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { encodeScenario } from '../scenario/encodeScenario.js';
import { sloGoalOf } from '../scenario/sloGoal.js';
import type { CandidateRuns } from './candidateRuns.js';
import type { PlannedComparison } from './plan.js';
import { policyResult } from './policyResult.js';
import type { GoalStatus, PrecisionGoal } from './precisionGoal.js';
import { shownReplication } from './shownReplication.js';
import { silentSources } from './silentSources.js';
import { type Uncertainty, uncertaintyOf } from './worlds/uncertaintyOf.js';
import type { WorldRuns } from './worlds/worldRunsOf.js';

interface ResultOptions {
  /** Name of the candidate the others are compared with; the first when left out. */
  readonly reference?: string;
  readonly allowEmpty: boolean;
  /** How far `--precision` came. */
  readonly status?: GoalStatus & { readonly goal: PrecisionGoal };
  readonly worldRuns?: WorldRuns;
}

/** Everything the document says about one scenario. `candidates` are in the order of the comparison's candidates. */
export function scenarioResult(
  comparison: PlannedComparison,
  runsByCandidate: readonly CandidateRuns[],
  options: ResultOptions,
): ScenarioResult {
  const { scenario, hash, candidates } = comparison;
  const shown = shownReplication(runsByCandidate);
  const stated = candidates.map((candidate, index) =>
    resultOf(comparison, candidate, runsByCandidate[index], { ...options, shown }),
  );
  const { worldRuns, allowEmpty } = options;
  const uncertainty = worldRuns && uncertaintyOf(comparison, stated, worldRuns, allowEmpty);
  const policies = uncertainty === undefined ? stated : stated.map((policy) => withPlausible(policy, uncertainty));
  const reference = policies.find(({ name }) => name === (options.reference ?? candidates[0].name));
  const others = policies.filter(hasResults).filter(({ name }) => name !== reference?.name);
  return {
    name: scenario.name,
    ...(scenario.description === undefined ? {} : { description: scenario.description }),
    hash,
    ...namedLock(comparison),
    resolved: yamlText(encodeScenario(scenario)),
    duration_s: scenario.duration,
    warmup_s: scenario.warmup,
    ...startOf(comparison),
    ...(scenario.occurs === undefined ? {} : { occurs: scenario.occurs }),
    seed: scenario.seed,
    slo: scenario.slo === undefined ? null : sloGoalOf(scenario.slo),
    assumptions: scenario.assumptions.map(({ path, low, high, basis, from }) => ({
      path,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      basis,
      ...(from === undefined ? {} : { from }),
    })),
    ...(comparison.backtested === undefined ? {} : { backtested: comparison.backtested }),
    ...(shown === undefined ? {} : { shown_replication: shown }),
    notes: [
      ...new Set(runsByCandidate.flatMap(({ runs }) => runs.slice(0, 1).flatMap(({ notes }) => notes))),
      ...silentSources(
        scenario,
        runsByCandidate.flatMap(({ runs }) => runs),
      ),
    ],
    ...(options.status === undefined ? {} : { precision: precisionResult(options.status, runsByCandidate) }),
    ...(comparison.revision === undefined ? {} : { revision: comparison.revision }),
    ...(uncertainty === undefined ? {} : { robustness: uncertainty.robustness, sensitivity: uncertainty.sensitivity }),
    policies,
    comparisons:
      reference !== undefined && hasResults(reference)
        ? others.flatMap((other) => comparePolicies(reference, other, { objective: scenario.slo?.objective }))
        : [],
  };
}

function withPlausible(policy: PolicyResult | FailedPolicy, { plausible }: Uncertainty): PolicyResult | FailedPolicy {
  const ranges = plausible.get(policy.name);
  if (ranges === undefined || !hasResults(policy)) return policy;
  const measures = Object.entries(policy.measures).map(([name, aggregate]) => {
    const range = ranges[name];
    const [low, high] = range ?? [];
    const plausible: [number | null, number | null] = [low ?? null, high ?? null];
    return [name, range === undefined ? aggregate : { ...aggregate, plausible }] as const;
  });
  return { ...policy, measures: Object.fromEntries(measures) };
}

/** The calendar, where somebody gave one; a default date would only look like knowledge. */
function startOf({ scenario, folder }: PlannedComparison): { readonly start?: string } {
  const { seconds, from } = calendarStartOf(scenario, folder);
  return from === 'default' ? {} : { start: isoTime(seconds) };
}

function precisionResult(
  { goal, isReached, worst }: NonNullable<ResultOptions['status']>,
  runsByCandidate: readonly CandidateRuns[],
): NonNullable<ScenarioResult['precision']> {
  return {
    asked: goal.ratio,
    of: [...goal.measures],
    runs: Math.max(...runsByCandidate.map(({ runs }) => runs.length)),
    reached: isReached,
    ...(worst === undefined
      ? {}
      : { worst: { policy: worst.policy, measure: worst.measure, half_width: worst.ratio ?? null } }),
  };
}

function resultOf(
  comparison: PlannedComparison,
  candidate: Candidate,
  { runs, failure }: CandidateRuns,
  { allowEmpty, shown }: Pick<ResultOptions, 'allowEmpty'> & { readonly shown: number | undefined },
): PolicyResult | FailedPolicy {
  if (failure !== undefined) return { name: candidate.name, failure };
  if (runs.length === 0) {
    const message = 'No run of this policy had finished when the comparison was interrupted.';
    return { name: candidate.name, failure: { kind: 'interrupted', message, time_s: null } };
  }
  return policyResult({ candidate, scenario: comparison.scenario, runs, shown, allowEmpty });
}
