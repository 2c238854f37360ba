import { availableParallelism } from 'node:os';

/** As many as --workers may ask for. */
export const threadLimit = 64;

/** The processors that runs may use when nobody says otherwise. */
export function defaultWorkerCount(): number {
  return Math.min(threadLimit, availableParallelism());
}
