import { backtest } from '../../backtest/backtest.js';
import { BacktestFailure } from '../../backtest/runSeeds.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { answerText } from '../../report/backtest/backtestWords.js';
import { readActual } from '../backtest/actualRecording.js';
import { requestOf } from '../backtest/requestOf.js';
import type { CommandInput } from '../command.js';
import { prepareComparisons } from '../prepareComparisons.js';

/** More runs say little more here: the command that follows has ten. */
const RUN_COUNT = 2;

/**
 * What a backtest of the draft says, and the command that repeats it; one line.
 *
 * @param files what was recorded
 */
export async function checkLine(
  files: readonly string[],
  { scenario: file, policy }: { readonly scenario: string; readonly policy: string },
  { options, output, interruption }: CommandInput,
): Promise<string> {
  const again = shellCommand(['dryscale', 'backtest', file, '--policy', policy, '--actual', ...files]);
  if (output.isInteractive) output.rewriteLine('playing what was recorded');
  try {
    const asked = { ...options, policies: [policy], set: [], gate: 'all', from: [], to: undefined, runs: RUN_COUNT };
    const { comparisons } = await prepareComparisons({ files: [file], options: asked, isSingle: false });
    const { request } = requestOf(comparisons[0], await readActual(files, options.series), asked);
    const running = { workerCount: options.workers, allowance: options.allowance, signal: interruption.signal };
    return `check ${answerText(await backtest(request, running))} (${RUN_COUNT} runs; ${again})`;
  } catch (thrown) {
    if (thrown instanceof BacktestFailure) return `check not done: ${thrown.message}; ${again}`;
    if (!(thrown instanceof ProblemError)) throw thrown;
    return `check not done: ${thrown.problems.map(({ what }) => what).join('; ')}; ${again}`;
  } finally {
    if (output.isInteractive) output.rewriteLine('');
  }
}
