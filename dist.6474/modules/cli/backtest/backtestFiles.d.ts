import type { BacktestResult } from '../../results/backtestResult.js';
import type { Options } from '../options.js';
/** The reports of a backtest, planned before it runs. */
export interface BacktestFiles {
    /** @returns what was written, in words. @throws ProblemError with exit code 106 */
    write(result: BacktestResult): Promise<string>;
}
/** For programs: `backtest` has a row for each measure. */
export declare function backtestJson(result: BacktestResult): string;
/** What `--out` and `--report` ask for; the page and the document when they do not say. @throws ProblemError */
export declare function backtestFiles({ out, report, }: Pick<Options, 'out' | 'report'>): BacktestFiles;
