import type { ArrivalBlock } from '../../traffic/arrivalBlock.js';

/** What becomes of calls as of other requests. */
export interface CallsDoor {
  /** Where the arrival of the block goes, a call in the row. @returns whether a cache answers it */
  choose(block: ArrivalBlock, arrival: number, row: number): boolean;
  /** The call, which knows where it goes, is on its way. */
  send(row: number, isCached: boolean): void;
}
