import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { shellCommand } from '../../base/shellCommand.js';
import { visibleJson } from '../../base/visible.js';
import { FaultRunner } from '../../chaos/faultRunner.js';
import { type FaultSpace, faultSpace } from '../../chaos/faultSpace.js';
import { type FaultSearch, leastBudget, searchFaults } from '../../chaos/searchFaults.js';
import { limitKinds } from '../../engine/limits/runEnd.js';
import { chaosText } from '../../report/chaosText.js';
import type { ChaosResult } from '../../results/chaosResult.js';
import type { PlannedComparison } from '../../run/plan.js';
import { type Musts, readMusts } from '../../tune/musts.js';
import type { CommandInput } from '../command.js';
import type { Options } from '../options.js';
import { prepareComparisons } from '../prepareComparisons.js';
import { fileWords, settingWords } from '../repeatCommand.js';
import { showWarnings } from '../showWarnings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';
import { withPointRunner } from '../withPointRunner.js';
import { chaosDocument } from './chaosDocument.js';

/** Runs in all, and of each candidate under each schedule, when nobody says. */
const defaults = { budget: 500, runs: 3 };

/** Reads everything, draws and shrinks, shows. */
export async function runChaos(input: CommandInput): Promise<ExitCode> {
  const { operands, options, output } = input;
  const runs = options.runs ?? defaults.runs;
  const asked = { ...options, runs };
  const { comparisons, warnings } = await prepareComparisons({ files: operands, options: asked, isSingle: false });
  const [comparison] = comparisons;
  const { scenario, candidates } = comparison;
  const musts = mustsOf(options, comparison);
  const space = faultSpace(scenario, kindNames(options.faults));
  const budget = readBudget(options, candidates.length, runs);
  const found = await search(input, { comparison, musts, space, budget, runs });
  const words = { file: operands[0], options: asked, budget };
  const result = chaosDocument(found, {
    ...words,
    comparison,
    musts,
    space,
    version: packageVersion(),
    command: commandText(words),
  });
  const { color, columns } = output;
  const { verbose } = options;
  await output.write(options.json ? `${visibleJson(result, 2)}\n` : chaosText(result, { color, columns, verbose }));
  showWarnings(warnings, { output, verbose });
  return codeOf(result, musts);
}

interface Searching {
  readonly comparison: PlannedComparison;
  readonly musts: Musts;
  readonly space: FaultSpace;
  readonly budget: number;
  readonly runs: number;
}

function search(input: CommandInput, { comparison, musts, space, budget, runs }: Searching): Promise<FaultSearch> {
  return withPointRunner(input, {
    title: `${comparison.scenario.name} chaos`,
    expectedRunCount: () => budget,
    find: (runner) =>
      searchFaults({
        space,
        candidateCount: comparison.candidates.length,
        runner: new FaultRunner({ comparison, musts, runner, runCount: runs, budget }),
      }),
  });
}

/** The scenario's SLO, or what `--must` asks for instead; its thresholds say more than what faults may break. */
function mustsOf({ must }: Options, { scenario }: PlannedComparison): Musts {
  const musts = readMusts(must, scenario);
  if (must.length > 0) return musts;
  if (musts.slo !== undefined) return { ...musts, thresholds: {} };
  throw usageError({
    code: 'needs-slo',
    what: 'the scenario has no `slo`, and nothing must hold',
    why: 'Nothing says what a fault may not break.',
    fix: "add for example --must 'http_req_duration p(95)<300', or slo: { latency: 300ms, objective: 0.99 }.",
  });
}

/** `crash,slow` */
function kindNames(text: string | undefined): readonly string[] | undefined {
  return text === undefined
    ? undefined
    : text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '');
}

function readBudget({ budget = defaults.budget }: Options, candidateCount: number, runs: number): number {
  const least = leastBudget(candidateCount, runs);
  if (budget >= least) return budget;
  const policies = candidateCount === 1 ? '1 policy' : `${candidateCount} policies`;
  throw usageError({
    code: 'out-of-range',
    what: `--budget ${budget} is too few`,
    why: `${policies} of ${runs} runs each take ${least}: without faults, one schedule, and a last look at its parts and on fresh runs.`,
    fix: `write --budget ${least} or more, or fewer --runs.`,
  });
}

interface Words {
  readonly file: string;
  readonly options: Options & { readonly runs: number };
  readonly budget: number;
}

/** Options that change no figure are left out. */
function commandText({ file, options, budget }: Words): string {
  const { policies, must, faults, runs } = options;
  return shellCommand([
    'dryscale',
    'chaos',
    file,
    ...policies.flatMap((policy) => ['--policy', policy]),
    ...(runs === defaults.runs ? [] : ['--runs', String(runs)]),
    ...(faults === undefined ? [] : ['--faults', faults]),
    ...(budget === defaults.budget ? [] : ['--budget', String(budget)]),
    ...must.flatMap((one) => ['--must', one]),
    ...fileWords(options),
    ...settingWords(options),
  ]);
}

/** A policy that fails is a mistake of its own; what faults break is an answer, and fails only what `--must` gates. */
function codeOf({ unfaulted, found }: ChaosResult, { isOfScenario }: Musts): ExitCode {
  const figures = [...unfaulted, ...(found?.policies ?? [])];
  const failures = figures.flatMap(({ failure }) => failure ?? []);
  if (failures.length > 0)
    return failures.every(({ kind }) => kind === limitKinds.run) ? exitCode.outputBlocked : exitCode.policyFailed;
  if (isOfScenario) return exitCode.success;
  return figures.some(({ meets }) => !meets) ? exitCode.thresholdsCrossed : exitCode.success;
}
