import type { FittedNumber } from '../../results/backtestResult.js';
import type { Scenario } from '../../scenario/schema.js';
import { type BacktestRequest } from '../backtest.js';
import type { RunOptions } from '../runSeeds.js';
/** A scenario with fitted numbers. */
export interface Fitted {
    readonly scenario: Scenario;
    readonly numbers: readonly FittedNumber[];
}
/**
 * Fits the free numbers of a scenario on the stretch of a request.
 *
 * The loss is the mean of the squared errors, each in units of what is believable; the first scale-up is left out, one event
 * being chance.
 * @throws ProblemError, BacktestFailure
 */
export declare function fitNumbers(request: BacktestRequest, options: RunOptions & {
    readonly onTrial?: (share: number) => void;
}): Promise<Fitted>;
