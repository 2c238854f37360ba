import { type Stretch } from '../../backtest/stretch.js';
import { type Options } from '../options.js';
import { type RecordedSpan } from './chooseStretch.js';
/** Which part of a recording judges, and which one numbers are fitted on, if any. */
export interface Stretches {
    readonly judged: Stretch;
    readonly fitted: Stretch | undefined;
}
/** What `--from` and `--to`, or `--fit` and `--test`, ask for. @throws ProblemError with exit code 2 */
export declare function stretchesOf(span: RecordedSpan, { from: froms, to, fit, test }: Options): Stretches;
