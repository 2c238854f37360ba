import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { isoTime } from '../../base/isoTime.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { isShipped } from '../../base/shippedFiles.js';
import { optionalText } from '../../base/userFile.js';
import { visibleJson } from '../../base/visible.js';
import { type BacktestRecord, badgeText, parseRecord, testedParts } from '../../results/backtestRecord.js';
import type { BacktestResult } from '../../results/backtestResult.js';
import type { PlannedComparison } from '../../run/plan.js';
import type { Routers } from '../../scenario/readRouters.js';
import type { Scenario } from '../../scenario/schema.js';

const limitBytes = 64 * 1024;
const mark = /^\{\s*"format": "dryscale-backtested\//;

/** Beside the scenario: `shop.yaml` has `shop.backtest.json`. */
export function recordPath(scenarioPath: string): string {
  return `${scenarioPath.replace(/\.(ya?ml|json|[cm]?ts)$/i, '')}.backtest.json`;
}

/** What was tested: the scenario as it was replayed, with fitted numbers, and its policy. */
export interface TestedScenario {
  readonly path: string;
  readonly scenario: Scenario;
  readonly policyHash: string;
  readonly routers: Routers | undefined;
}

/**
 * Keeps a backtest that came to a conclusion, good or bad, beside its scenario; one of ours is left alone.
 *
 * @returns what to say of it, if anything
 */
export function keepRecord(
  { path, scenario, policyHash, routers }: TestedScenario,
  { believable, backtest, policy, startUnixSeconds, stretch, fit }: BacktestResult,
): string | undefined {
  const error = backtest.find(({ measure }) => measure === 'replicas')?.error ?? null;
  if (believable === null || error === null || isShipped('scenarios', path)) return undefined;
  const record: BacktestRecord = {
    format: 'dryscale-backtested/1',
    day: startUnixSeconds === null ? null : isoTime(startUnixSeconds + stretch.from_s).slice(0, 10),
    policy,
    policyHash,
    parts: testedParts(scenario, routers),
    replicasError: error,
    believable,
  };
  const file = recordPath(path);
  const shown = relative(process.cwd(), file);
  try {
    writeFiles([{ path: file, mark, text: `${visibleJson(record, 2)}\n` }]);
  } catch (thrown) {
    // What was asked for is there: only the badge of later reports is missing.
    if (!(thrown instanceof ProblemError)) throw thrown;
    return `${shown} could not be written: later reports will not say that this scenario was backtested`;
  }
  const fitted = fit === undefined ? '' : ', once the scenario has the fitted numbers';
  return `${shown}: written; later reports of this scenario say how the backtest went${fitted}`;
}

/** The badge of a comparison, and what is wrong with the file that it is read from. */
export function readBadge(
  scenarioPath: string,
  { scenario, candidates, routers }: Pick<PlannedComparison, 'scenario' | 'candidates' | 'routers'>,
): { readonly backtested?: string; readonly warnings: readonly Problem[] } {
  const file = recordPath(scenarioPath);
  if (!existsSync(file)) return { warnings: [] };
  const record = parseRecord(optionalText(file, limitBytes) ?? '');
  if (record !== undefined) return { backtested: badgeText(record, scenario, candidates, routers), warnings: [] };
  const shown = relative(process.cwd(), file);
  const what = 'is not what dryscale backtest writes, and is left out';
  const why = 'It would say that the scenario was backtested.';
  return {
    warnings: [
      { code: 'bad-backtest-record', where: { file: shown }, what, why, fix: 'run the backtest again, or remove it.' },
    ],
  };
}
