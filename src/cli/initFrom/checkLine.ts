import { backtest, replayFor } from '../../backtest/backtest.js';
import { BacktestFailure } from '../../backtest/runSeeds.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { answerText } from '../../report/backtest/backtestWords.js';
import { rejectTooMuch } from '../../run/limits/index.js';
import { planRun } from '../../run/limits/limit.js';
import type { ActualRecording } from '../backtest/actualRecording.js';
import { requestOf } from '../backtest/requestOf.js';
import type { CommandInput } from '../command.js';
import { prepareComparisons } from '../prepareComparisons.js';
import { balancerDoubt } from './balancerDoubt.js';

/** More runs say little more here: the command that follows has ten. */
const RUN_COUNT = 2;
/** Of one run: above, the check would take longer than all the rest of the command. */
const REQUEST_LIMIT = 20_000_000;

interface Draft {
  /** As it was written. */
  readonly scenario: string;
  readonly policy: string;
  /** The files that it was drafted from, and what they recorded. */
  readonly files: readonly string[];
  readonly actual: ActualRecording;
}

/** What a backtest of the draft says, and the command that repeats it; one line. */
export async function checkLine(
  { scenario: file, policy, files, actual }: Draft,
  { options, output, interruption }: CommandInput,
): Promise<string> {
  const again = shellCommand(['dryscale', 'backtest', file, '--policy', policy, '--actual', ...files]);
  if (output.isInteractive) output.rewriteLine('playing what was recorded');
  try {
    const asked = { ...options, policies: [policy], set: [], gate: 'all', from: [], to: undefined, runs: RUN_COUNT };
    const { comparisons } = await prepareComparisons({ files: [file], options: asked, isSingle: false });
    const { request } = requestOf(comparisons[0], actual, asked);
    const { folder, candidate } = request;
    const planned = planRun({ file, scenario: replayFor(request).scenario, folder, candidates: [candidate] });
    rejectTooMuch(planned, options.allowance);
    if (planned.expectedRequestCount > REQUEST_LIMIT) {
      const count = Math.round(planned.expectedRequestCount / 1e6);
      return `check not done: ${count} million requests would take minutes; ${again}`;
    }
    const running = { workerCount: options.workers, allowance: options.allowance, signal: interruption.signal };
    const result = await backtest(request, running);
    const doubt = await balancerDoubt(request, result, running);
    return `check ${answerText(result)} ${doubt === undefined ? '' : `${doubt}. `}(${RUN_COUNT} runs; ${again})`;
  } catch (thrown) {
    if (thrown instanceof BacktestFailure) return `check not done: ${thrown.message}; ${again}`;
    if (!(thrown instanceof ProblemError)) throw thrown;
    return `check not done: ${thrown.problems.map(({ what }) => what).join('; ')}; ${again}`;
  } finally {
    if (output.isInteractive) output.rewriteLine('');
  }
}
