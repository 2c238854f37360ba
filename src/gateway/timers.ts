import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import * as rank from '../kernel/rank.js';
import { TimerQueue } from '../kernel/timerQueue.js';
import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import * as eventKind from './eventKind.js';

interface TimersOptions {
  readonly clock: Clock;
  readonly heap: EventHeap;
  readonly requests: RequestTable;
}

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
  readonly #requests: RequestTable;
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

  constructor(lengths: TimerLengths, { clock, heap, requests }: TimersOptions, hasOthers = false) {
    const { centralQueueSeconds, trySeconds, totalSeconds } = lengths;
    this.#clock = clock;
    this.#heap = heap;
    this.#requests = requests;
    this.#centralQueue = new TimerQueue(centralQueueSeconds);
    this.#attempt = new TimerQueue(trySeconds);
    this.#total = new TimerQueue(totalSeconds);
    this.areAny = hasOthers || Math.min(centralQueueSeconds, trySeconds, totalSeconds) < Number.POSITIVE_INFINITY;
  }

  /** A request begins to wait in a central queue. @param own lengths of this request, where they may differ */
  startCentralQueue(row: number, own: TimerLengths | undefined): void {
    const ring = this.#centralQueue;
    if (own === undefined || own.centralQueueSeconds === ring.seconds) this.#start(ring, row, word.generation);
    else this.#plan(own.centralQueueSeconds, eventKind.centralQueueTimedOut, row, word.generation);
  }

  /** A try begins. */
  startTry(row: number, own: TimerLengths | undefined): void {
    const ring = this.#attempt;
    if (own === undefined || own.trySeconds === ring.seconds) this.#start(ring, row, word.generation);
    else this.#plan(own.trySeconds, eventKind.tryTimedOut, row, word.generation);
  }

  /** A request begins. */
  startTotal(row: number, own: TimerLengths | undefined): void {
    const ring = this.#total;
    if (own === undefined || own.totalSeconds === ring.seconds) this.#start(ring, row, word.life);
    else this.#plan(own.totalSeconds, eventKind.totalTimedOut, row, word.life);
  }

  /** Removes the next timer; the total timeout goes first on a tie, for it leaves nothing to retry. */
  pop(): void {
    const next = this.nextSeconds;
    if (this.#total.nextSeconds === next) this.#take(this.#total, eventKind.totalTimedOut);
    else if (this.#centralQueue.nextSeconds === next) this.#take(this.#centralQueue, eventKind.centralQueueTimedOut);
    else this.#take(this.#attempt, eventKind.tryTimedOut);
    this.#look();
  }

  /** @param field which word of the row tells what the timer is of from others in the row */
  #plan(seconds: number, kind: number, row: number, field: number): void {
    if (seconds === Number.POSITIVE_INFINITY) return;
    const { words } = this.#requests;
    this.#heap.push(this.#clock.nowSeconds + seconds, rank.timeout, kind, row, words[(row << 5) | field]);
  }

  #start(ring: TimerQueue, row: number, field: number): void {
    if (ring.seconds === Number.POSITIVE_INFINITY) return;
    const { words } = this.#requests;
    // Most tries are over long before their timers: those timers leave here, so that the loop meets few of them.
    while (ring.nextSeconds < Number.POSITIVE_INFINITY && words[(ring.nextRow << 5) | field] !== ring.nextGeneration)
      ring.pop();
    ring.start(row, words[(row << 5) | field], this.#clock.nowSeconds);
    this.#look();
  }

  #look(): void {
    this.nextSeconds = Math.min(this.#centralQueue.nextSeconds, this.#attempt.nextSeconds, this.#total.nextSeconds);
  }

  #take(ring: TimerQueue, kind: number): void {
    this.kind = kind;
    this.row = ring.nextRow;
    this.generation = ring.nextGeneration;
    ring.pop();
  }
}
