import { TimerQueue } from '../kernel/timerQueue.js';
import { eventKind } from './eventKind.js';

export interface TimerLengths {
  /** Longest wait in a central queue. */
  readonly lineSeconds: number;
  /** Longest try. */
  readonly trySeconds: number;
  /** Longest request, all tries. */
  readonly totalSeconds: number;
}

/** The timeouts of the gateway: each kind runs equally long for all, so each is a ring. Infinity: no such timeout. */
export class Timers {
  readonly line: TimerQueue;
  readonly attempt: TimerQueue;
  readonly total: TimerQueue;
  /** Kind, slot and generation of the timer that `pop` removed last. */
  kind = 0;
  slot = 0;
  generation = 0;

  constructor({ lineSeconds, trySeconds, totalSeconds }: TimerLengths) {
    this.line = new TimerQueue(lineSeconds);
    this.attempt = new TimerQueue(trySeconds);
    this.total = new TimerQueue(totalSeconds);
  }

  /** When the next timer ends; Infinity when none runs. */
  get nextSeconds(): number {
    const line = this.line.nextSeconds;
    const attempt = this.attempt.nextSeconds;
    const total = this.total.nextSeconds;
    const first = line < attempt ? line : attempt;
    return first < total ? first : total;
  }

  /** Removes the next timer; the total timeout goes first on a tie, for it leaves nothing to retry. */
  pop(): void {
    const next = this.nextSeconds;
    if (this.total.nextSeconds === next) this.#take(this.total, eventKind.totalTimedOut);
    else if (this.line.nextSeconds === next) this.#take(this.line, eventKind.lineTimedOut);
    else this.#take(this.attempt, eventKind.tryTimedOut);
  }

  #take(queue: TimerQueue, kind: number): void {
    queue.pop();
    this.kind = kind;
    this.slot = queue.slot;
    this.generation = queue.generation;
  }
}
