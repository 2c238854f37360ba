import { type ExitCode, exitCode, worstExitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import { limitKinds } from '../../engine/limits/runEnd.js';
import { headroomText, type ScenarioHeadroom } from '../../report/headroomText.js';
import { namedLock } from '../../results/namedLock.js';
import { type PolicyHeadroom, policyHeadroom } from '../../run/headroom/policyHeadroom.js';
import { usualTrialCount } from '../../run/headroom/searchHeadroom.js';
import type { PlannedComparison } from '../../run/plan.js';
import { sloGoalOf } from '../../scenario/sloGoal.js';
import type { Command, CommandInput } from '../command.js';
import { limitOptions } from '../limitOptions.js';
import { defaultRunCount } from '../options.js';
import { prepareComparisons } from '../prepareComparisons.js';
import { Progress } from '../progress.js';
import { showWarnings } from '../showWarnings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';

/** How much more traffic a policy bears: the largest factor on the scenario's traffic that still meets the SLO. */
export const headroom: Command = {
  name: 'headroom',
  summary: 'Find the most traffic that still meets the SLO, as a factor on the scenario',
  operands: { name: 'scenario', min: 1, max: 1, describe: 'A scenario file: YAML, JSON or .ts' },
  options: ['policy', 'metric', 'manifest', 'runs', 'seed', 'workers', 'set', 'json', ...limitOptions, 'environment'],
  run: findAll,
};

async function findAll(input: CommandInput): Promise<ExitCode> {
  const { operands, options, output, interruption } = input;
  const { comparisons, expectedCounts, warnings } = await prepareComparisons({
    files: operands,
    options,
    isSingle: false,
  });
  const [comparison] = comparisons;
  const { name, slo } = comparison.scenario;
  if (slo === undefined) throw withoutSlo();
  const runs = options.runs ?? defaultRunCount;
  const mostAllowed = Math.max(1, options.allowance.requestCount / Math.max(1, expectedCounts[0]));
  const policies: ScenarioHeadroom['policies'][number][] = [];
  for (const candidate of comparison.candidates) {
    const alone: PlannedComparison = { ...comparison, candidates: [candidate] };
    const found = await interruption.keeping(() => findOne(alone, { input, runs, mostAllowed }));
    if (found === undefined) break;
    policies.push({ name: candidate.name, headroom: found });
  }
  if (interruption.hasHappened) {
    output.say(`interrupted: ${policies.length} of ${comparison.candidates.length} policies have a factor`);
    if (policies.length === 0) return exitCode.interrupted;
  }
  const goal = sloGoalOf(slo);
  const result: ScenarioHeadroom = { name, ...namedLock(comparison), slo: goal, runs, policies };
  await output.write(options.json ? `${visibleJson(documentOf(result), 2)}\n` : headroomText(result, options));
  showWarnings(warnings, { output, verbose: options.verbose });
  return interruption.hasHappened ? exitCode.interrupted : exitCodeOf(result, slo.gate);
}

interface Finding {
  readonly input: CommandInput;
  readonly runs: number;
  readonly mostAllowed: number;
}

/** What one policy bears; undefined when it was interrupted. */
async function findOne(
  alone: PlannedComparison,
  { input, runs, mostAllowed }: Finding,
): Promise<PolicyHeadroom | undefined> {
  const { options, output, interruption } = input;
  const [{ name }] = alone.candidates;
  let progress: Progress | undefined;
  try {
    return await policyHeadroom(alone, {
      replications: Array.from({ length: runs }, (_, index) => index),
      workerCount: options.workers,
      allowance: options.allowance,
      allowEmpty: false,
      signal: interruption.signal,
      mostAllowed,
      ...(options.environment === undefined ? {} : { environment: options.environment }),
      onTrial: (factor, index) => {
        progress?.end();
        progress = new Progress(`${name} at ${factor}x, ${index} of about ${usualTrialCount}`, output);
      },
      ...(options.quiet ? {} : { onProgress: (share: number) => progress?.update(share) }),
    });
  } catch (thrown) {
    if (!interruption.hasHappened) throw thrown;
    return undefined;
  } finally {
    progress?.end();
  }
}

function exitCodeOf({ policies }: ScenarioHeadroom, isGated: boolean): ExitCode {
  const codes = policies.map(({ headroom: found }): ExitCode => {
    if ('failure' in found)
      return found.failure.kind === limitKinds.run ? exitCode.outputBlocked : exitCode.policyFailed;
    return isGated && (found.best?.factor ?? 0) < 1 ? exitCode.thresholdsCrossed : exitCode.success;
  });
  return worstExitCode(codes);
}

function withoutSlo(): Error {
  return usageError({
    code: 'needs-slo',
    what: 'the scenario has no `slo`',
    why: 'Headroom is the traffic up to which the SLO is met.',
    fix: 'add for example slo: { latency: 300ms, objective: 0.99 }.',
  });
}

/** For programs; names as in the result document. */
function documentOf({ name, slo, runs, policies, ...lock }: ScenarioHeadroom) {
  return {
    format: 'dryscale-headroom/1',
    version: packageVersion(),
    scenario: name,
    ...lock,
    slo,
    runs,
    policies: policies.map(({ name: policy, headroom: found }) => {
      if ('failure' in found) return { name: policy, failure: found.failure };
      const { best, missed, tried } = found;
      return {
        name: policy,
        factor: best?.factor ?? null,
        missed_at: missed?.factor ?? null,
        tried: tried.map((trial) => ({
          factor: trial.factor,
          met: trial.isMet,
          good_share: trial.goodShare ?? null,
          latency_all_p99_ms: trial.p99AllMs ?? null,
          cost_usd: trial.costUsd ?? null,
          peak_rate: trial.peakRate,
          services: Object.fromEntries(
            trial.services.map((one) => [one.name, { instances_peak: one.peakCount, max: one.maxCount }]),
          ),
        })),
      };
    }),
  };
}
