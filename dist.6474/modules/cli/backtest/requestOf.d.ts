import type { BacktestRequest } from '../../backtest/backtest.js';
import type { Stretch } from '../../backtest/stretch.js';
import type { PlannedComparison } from '../../run/plan.js';
import { type Options } from '../options.js';
import type { ActualRecording } from './actualRecording.js';
/** What is done again, of a comparison of one policy; `fitted` is the part that free numbers are fitted on. @throws ProblemError */
export declare function requestOf(comparison: PlannedComparison, actual: ActualRecording, options: Options): {
    readonly request: BacktestRequest;
    readonly fitted: Stretch | undefined;
    readonly warnings: readonly string[];
};
