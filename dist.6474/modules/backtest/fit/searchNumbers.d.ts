import type { FreeNumber } from './freeNumbers.js';
/** Trials of a search, at most. */
export declare function trialCountOf(numberCount: number): number;
/**
 * The amounts with the least loss: one number after the other, each on a grid that closes in on its best point.
 *
 * The loss jumps, since counts do, so that no method with slopes would serve. A tie keeps what was there.
 * @param lossOf the loss of amounts; Infinity for those that cannot be
 */
export declare function searchNumbers(numbers: readonly FreeNumber[], lossOf: (amounts: readonly number[]) => Promise<number>): Promise<readonly number[]>;
