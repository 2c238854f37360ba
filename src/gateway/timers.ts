import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import * as rank from '../kernel/rank.js';
import { TimerQueue } from '../kernel/timerQueue.js';
import * as eventKind from './eventKind.js';

export interface TimerLengths {
  /** Longest wait in a central queue. */
  readonly centralQueueSeconds: number;
  /** Longest try. */
  readonly trySeconds: number;
  /** Longest request, all tries. */
  readonly totalSeconds: number;
}

/**
 * The timeouts of the gateway: each kind runs equally long for nearly all, so each is a ring. Infinity: no such timeout. Those of
 * calls and services with lengths of their own go to the heap.
 */
export class Timers {
  readonly #clock: Clock;
  readonly #heap: EventHeap;
  readonly #centralQueue: TimerQueue;
  readonly #attempt: TimerQueue;
  readonly #total: TimerQueue;
  /** Whether any kind has a length. */
  readonly areAny: boolean;
  /** When the next timer ends; Infinity when none runs. A field, because the loop asks at every event. */
  nextSeconds = Number.POSITIVE_INFINITY;
  /** Kind, row and generation of the timer that `pop` removed last. */
  kind = 0;
  row = 0;
  generation = 0;

  constructor(
    lengths: TimerLengths,
    { clock, heap }: { readonly clock: Clock; readonly heap: EventHeap },
    hasOthers = false,
  ) {
    const { centralQueueSeconds, trySeconds, totalSeconds } = lengths;
    this.#clock = clock;
    this.#heap = heap;
    this.#centralQueue = new TimerQueue(centralQueueSeconds);
    this.#attempt = new TimerQueue(trySeconds);
    this.#total = new TimerQueue(totalSeconds);
    this.areAny = hasOthers || Math.min(centralQueueSeconds, trySeconds, totalSeconds) < Number.POSITIVE_INFINITY;
  }

  /** A request begins to wait in a central queue. */
  startCentralQueue(row: number, generation: number, own?: TimerLengths): void {
    const ring = this.#centralQueue;
    if (own === undefined || own.centralQueueSeconds === ring.seconds) this.#start(ring, row, generation);
    else this.#plan(own.centralQueueSeconds, eventKind.centralQueueTimedOut, row, generation);
  }

  /** A try begins. @param own lengths of this request, where they may differ */
  startTry(row: number, generation: number, own?: TimerLengths): void {
    if (own === undefined || own.trySeconds === this.#attempt.seconds) this.#start(this.#attempt, row, generation);
    else this.#plan(own.trySeconds, eventKind.tryTimedOut, row, generation);
  }

  /** A request begins; `life` is what tells it from others in its row. */
  startTotal(row: number, life: number, own?: TimerLengths): void {
    if (own === undefined || own.totalSeconds === this.#total.seconds) this.#start(this.#total, row, life);
    else this.#plan(own.totalSeconds, eventKind.totalTimedOut, row, life);
  }

  /** Removes the next timer; the total timeout goes first on a tie, for it leaves nothing to retry. */
  pop(): void {
    const next = this.nextSeconds;
    if (this.#total.nextSeconds === next) this.#take(this.#total, eventKind.totalTimedOut);
    else if (this.#centralQueue.nextSeconds === next) this.#take(this.#centralQueue, eventKind.centralQueueTimedOut);
    else this.#take(this.#attempt, eventKind.tryTimedOut);
    this.nextSeconds = Math.min(this.#centralQueue.nextSeconds, this.#attempt.nextSeconds, this.#total.nextSeconds);
  }

  #plan(seconds: number, kind: number, row: number, generation: number): void {
    if (seconds === Number.POSITIVE_INFINITY) return;
    this.#heap.push(this.#clock.nowSeconds + seconds, rank.timeout, kind, row, generation);
  }

  #start(queue: TimerQueue, row: number, generation: number): void {
    if (queue.seconds === Number.POSITIVE_INFINITY) return;
    queue.start(row, generation, this.#clock.nowSeconds);
    if (queue.nextSeconds < this.nextSeconds) this.nextSeconds = queue.nextSeconds;
  }

  #take(queue: TimerQueue, kind: number): void {
    queue.pop();
    this.kind = kind;
    this.row = queue.row;
    this.generation = queue.generation;
  }
}
