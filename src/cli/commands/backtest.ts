import { type BacktestRequest, backtest as laidOver, replayFor } from '../../backtest/backtest.js';
import { fitNumbers } from '../../backtest/fit/fitNumbers.js';
import { BacktestFailure } from '../../backtest/runSeeds.js';
import type { Stretch } from '../../backtest/stretch.js';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { limitKinds } from '../../engine/limits/runEnd.js';
import { backtestText } from '../../report/backtest/backtestText.js';
import { type BacktestResult, backtestMeasures } from '../../results/backtestResult.js';
import { rejectTooMuch } from '../../run/limits/index.js';
import { planRun } from '../../run/limits/limit.js';
import { scenarioPath } from '../../scenario/load.js';
import type { Scenario } from '../../scenario/schema.js';
import { readActual } from '../backtest/actualRecording.js';
import { backtestData, backtestFiles, backtestJson } from '../backtest/backtestFiles.js';
import { keepRecord } from '../backtest/recordFile.js';
import { requestOf } from '../backtest/requestOf.js';
import type { Command, CommandInput } from '../command.js';
import { limitOptions } from '../limitOptions.js';
import type { Options } from '../options.js';
import { prepareComparisons } from '../prepareComparisons.js';
import { Progress } from '../progress.js';
import { showWarnings } from '../showWarnings.js';
import { unknownName, usageError } from '../usageError.js';

/** Does a recorded stretch again, and says measure by measure whether the simulation is believable. */
export const backtest: Command = {
  name: 'backtest',
  summary: 'Replay what was recorded with the setting that ran, and say whether the simulation is believable',
  operands: { name: 'scenario', min: 1, max: 1000, describe: 'A scenario file; files after it are recordings too' },
  options: [
    'policy',
    'actual',
    'series',
    'from',
    'to',
    'fit',
    'test',
    'metric',
    'manifest',
    'runs',
    'seed',
    'workers',
    'set',
    'json',
    'out',
    'report',
    'gate',
    ...limitOptions,
    'allow-empty',
    'environment',
  ],
  run: backtestOne,
};

async function backtestOne(input: CommandInput): Promise<ExitCode> {
  const { operands, options, output, interruption } = input;
  const gate = gateOf(options);
  const files = input.withoutFiles === true ? undefined : backtestFiles(options);
  const [file, ...rest] = operands;
  if (options.actual.length === 0) throw withoutActual();
  // What `--gate` names is a measure here.
  const preparing = { files: [file], options: { ...options, gate: 'all' }, isSingle: false };
  const { comparisons, warnings } = await prepareComparisons(preparing);
  const actual = await readActual([...options.actual, ...rest], options.series);
  const { request, fitted, warnings: ofClocks } = requestOf(comparisons[0], actual, options);
  for (const line of [...actual.warnings, ...ofClocks]) output.note(line);
  const { folder, candidate } = request;
  for (const stretch of [request.stretch, fitted ?? []].flat()) {
    const { scenario } = replayFor({ ...request, stretch });
    rejectTooMuch(planRun({ file, scenario, folder, candidates: [candidate] }), options.allowance);
  }
  const done = await interruption.keeping(() => attempt(input, request, fitted));
  if (typeof done === 'number') return done;
  const { result, scenario: tested } = done;
  const written = (await files?.write(result)) ?? 'none';
  output.listener?.document(backtestData(result));
  await output.write(
    options.json ? backtestJson(result) : backtestText(result, { ...output, columns: output.columns, written }),
  );
  const { routers } = comparisons[0];
  const subject = { path: scenarioPath(file), scenario: tested, policyHash: candidate.hash, routers };
  const kept = files && keepRecord(subject, result);
  if (kept !== undefined) output.note(kept);
  showWarnings(warnings, { output, verbose: options.verbose });
  return gateExitCode(result, { gate, allowEmpty: options.allowEmpty });
}

/** A backtest, and the scenario that it speaks of. */
interface Done {
  readonly result: BacktestResult;
  readonly scenario: Scenario;
}

async function attempt(
  { options, output, interruption }: CommandInput,
  request: BacktestRequest,
  fitted: Stretch | undefined,
): Promise<Done | ExitCode> {
  const progress = new Progress(`fitting ${request.scenario.name}`, output);
  const running = {
    workerCount: options.workers,
    allowance: options.allowance,
    signal: interruption.signal,
    ...(options.environment === undefined ? {} : { environment: options.environment }),
    ...(options.quiet ? {} : { onTrial: (share: number) => progress.update(share) }),
  };
  try {
    if (fitted === undefined) return { result: await laidOver(request, running), scenario: request.scenario };
    const { scenario, numbers } = await fitNumbers({ ...request, stretch: fitted }, running);
    const result = await laidOver({ ...request, scenario }, running);
    const fit = { from_s: fitted.fromSeconds, to_s: fitted.toSeconds, numbers };
    return { result: { ...result, fit }, scenario };
  } catch (thrown) {
    if (interruption.hasHappened) {
      output.say('interrupted: nothing was judged');
      return exitCode.interrupted;
    }
    if (!(thrown instanceof BacktestFailure)) throw thrown;
    output.say(thrown.message);
    return thrown.failure.kind === limitKinds.run ? exitCode.outputBlocked : exitCode.policyFailed;
  } finally {
    progress.end();
  }
}

function withoutActual(): Error {
  return usageError({
    code: 'needs-actual',
    what: '--actual is missing',
    why: 'It names what was recorded: answers of Prometheus, exports of Grafana or CloudWatch, access logs.',
    fix: 'add --actual FILE.',
  });
}

/** `all`, `any` or a measure. */
function gateOf({ gate }: Options): string {
  const names = ['all', 'any', ...Object.keys(backtestMeasures)];
  if (names.includes(gate)) return gate;
  throw unknownName('--gate', gate, names);
}

/** A measure that is not believable is a missed threshold; one without a verdict a threshold without data. */
function gateExitCode(
  { backtest: rows, believable }: BacktestResult,
  { gate, allowEmpty }: { readonly gate: string; readonly allowEmpty: boolean },
): ExitCode {
  const passes = (ok: boolean | null) => ok ?? allowEmpty;
  const one = rows.find(({ measure }) => measure === gate);
  const isPassed =
    one !== undefined
      ? passes(one.ok)
      : gate === 'any'
        ? rows.some(({ ok }) => ok === true) || (believable === null && allowEmpty)
        : passes(believable);
  return isPassed ? exitCode.success : exitCode.thresholdsCrossed;
}
