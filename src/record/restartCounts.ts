import type { RestartReason } from './runEvents.js';

/**
 * What a process did that was killed.
 *
 *     starting -> it had not answered yet
 *     working  -> it had, and would have gone on
 *     struck   -> a fault kept it from answering
 */
export const killedStates = ['starting', 'working', 'struck'] as const;
export type KilledState = (typeof killedStates)[number];

/** Restarts in place of one service's instances that have why and when in common. */
export interface RestartCount {
  readonly reason: RestartReason;
  readonly state: KilledState;
  readonly count: number;
  /** The longest wait before one of them began. */
  readonly backOffSeconds: number;
}

/** Restarts in place in the measured span. */
export class RestartCounts {
  readonly #counts = new Map<string, RestartCount>();

  add({ reason, state, backOffSeconds }: Omit<RestartCount, 'count'>): void {
    const key = `${reason}/${state}`;
    const known = this.#counts.get(key);
    this.#counts.set(key, {
      reason,
      state,
      count: (known?.count ?? 0) + 1,
      backOffSeconds: Math.max(known?.backOffSeconds ?? 0, backOffSeconds),
    });
  }

  /** In the order in which the kinds came first. */
  list(): RestartCount[] {
    return [...this.#counts.values()];
  }

  /** For any reason, or for one. */
  total(of?: RestartReason): number {
    return this.list().reduce((sum, { reason, count }) => sum + (of === undefined || of === reason ? count : 0), 0);
  }
}
