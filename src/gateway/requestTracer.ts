import type { RetryCause } from './retryRules.js';

/** Told of every step of every request, for `--events`; other runs have none. Slots are those of the request table. */
export interface RequestTracer {
  /** The request enters, or its next try does. */
  tried(slot: number): void;
  /** It begins to wait at the instance; -1: in the central queue. */
  waits(slot: number, instance: number): void;
  waited(slot: number, sinceSeconds: number): void;
  /** It took a slot of the instance and will take so much cpu and io there. */
  began(slot: number, instance: number, factor: number): void;
  /** The instance is done with the try. */
  served(slot: number): void;
  /** The try ended badly; the next one begins at `dueSeconds`. */
  retries(slot: number, cause: RetryCause, dueSeconds: number): void;
  ended(slot: number, result: number): void;
  unfinished(slot: number, isWaiting: boolean): void;
}
