import type { FallbackCause } from './ai/routes/settings.js';

/** Told of every step of every request as it happens, for `--events`; other runs have none. */
export interface RequestTracer {
  /** The request enters, or its next try does. */
  tried(row: number): void;
  /** It begins to wait at the instance; -1: in the central queue. */
  waits(row: number, instance: number): void;
  waited(row: number, sinceSeconds: number): void;
  /** It took a slot of the instance and will take so much cpu and io there. */
  began(row: number, instance: number, factor: number): void;
  /** The instance is done with the try. */
  served(row: number): void;
  /** The try ended badly, and its request goes on in others that are open. */
  dropped(row: number): void;
  /** The try gives up its slot, or its place in a queue, for its request is over; or it goes on alone. */
  cancelled(row: number): void;
  leftBehind(row: number): void;
  /** The try ended badly; the next one begins at `dueSeconds`. */
  retries(row: number, cause: FallbackCause, dueSeconds: number): void;
  /** The same, and it goes to another service, the next of its route. */
  moves(row: number, cause: FallbackCause, to: { readonly service: number; readonly dueSeconds: number }): void;
  /** A cache has its answer, which will be out soon. */
  cached(row: number): void;
  /** @param answeredBy of a request that had several tries open: the number of the one that answered; else 0 */
  ended(row: number, result: number, answeredBy: number): void;
  unfinished(row: number, isWaiting: boolean): void;
  /** An iteration of the source found no VU. */
  droppedIteration(source: number): void;
}
