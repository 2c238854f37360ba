import type { Fleet } from '../fleet/fleet.js';
import type { FleetListener } from '../fleet/fleetOptions.js';
import type { Serving } from '../fleet/serving.js';
import type { Calls } from '../gateway/calls/calls.js';
import * as eventKind from '../gateway/eventKind.js';
import type { Gateway } from '../gateway/gateway.js';
import type { Calendar, ScheduledEvent } from '../kernel/calendar.js';
import type { RunClock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import * as rank from '../kernel/rank.js';
import type { Journal } from '../record/journal.js';
import type { Clients } from '../traffic/clients.js';
import type { RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import * as source from './eventSource.js';

export interface LoopParts {
  readonly durationSeconds: number;
  readonly clock: RunClock;
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  readonly serving: Serving;
  readonly requests: RequestTable;
  readonly gateway: Gateway;
  /** Whom the fleets tell of their instances. */
  readonly listener: FleetListener;
  readonly clients: Clients;
  readonly journal: Journal;
  readonly fleets: readonly Fleet[];
}

/**
 * One run: control events are barriers between stretches of request events. Alone moves the clock.
 *
 * Hot. Four places hold the next request event: the serving (the next end of a phase at an instance), the event heap
 * (patience, retries, users that wake), the timers and the clients (the next open arrival, which never enters a heap). The
 * earliest is taken; at one instant in the order of `rank`. The journal is told before every control event, so that whoever
 * reads a count there reads a whole one.
 */
export class Loop {
  readonly #parts: LoopParts;
  readonly #handlers: readonly ((row: number) => void)[];

  constructor(parts: LoopParts) {
    this.#parts = parts;
    const { gateway, clients } = parts;
    const handlers: ((row: number) => void)[] = [];
    handlers[eventKind.patienceEnded] = (row) => gateway.patienceEnded(row);
    handlers[eventKind.centralQueueTimedOut] = (row) => gateway.centralQueueTimedOut(row);
    handlers[eventKind.tryTimedOut] = (row) => gateway.tryTimedOut(row);
    handlers[eventKind.firstTokenDue] = (row) => gateway.firstTokenDue(row);
    handlers[eventKind.tokenDue] = (row) => {
      if (gateway.routes?.isStalled(row) === true) gateway.tryTimedOut(row);
    };
    handlers[eventKind.cacheAnswers] = (row) => gateway.cache?.answer(row);
    handlers[eventKind.totalTimedOut] = (row) => gateway.totalTimedOut(row);
    handlers[eventKind.retryDue] = (row) => gateway.retryDue(row);
    handlers[eventKind.poolFreed] = (pool) => gateway.poolFreed(pool);
    handlers[eventKind.callCancelled] = (row) => gateway.callCancelled(row);
    handlers[eventKind.providerToken] = (row) => gateway.providers?.firstToken(row);
    handlers[eventKind.providerEnd] = (row) => gateway.providers?.ended(row);
    handlers[eventKind.providerBreak] = (row) => gateway.providers?.brokeOff(row);
    handlers[eventKind.hedgeDue] = (row) => gateway.hedgeDue(row);
    handlers[eventKind.connectFailed] = (row) => gateway.connectFailed(row);
    handlers[eventKind.checkTimedOut] = (row) => gateway.checks?.timedOut(row);
    handlers[eventKind.checkDue] = (watch) => gateway.checks?.due(watch);
    handlers[eventKind.callsDue] = (row) => gateway.callsDue(row);
    handlers[eventKind.callAnswered] = (row) => gateway.callAnswered(row, true);
    handlers[eventKind.callFailed] = (row) => gateway.callAnswered(row, false);
    handlers[eventKind.userWakes] = (user) => clients.wake(user);
    handlers[eventKind.turnDue] = (session) => clients.turnDue(session);
    this.#handlers = handlers;
  }

  /**
   * Runs from 0 to the duration; nothing happens at the duration itself.
   *
   * @param ends looks at what is there at the end
   */
  run(ends: () => void = () => {}): void {
    const { durationSeconds, clock, calendar, gateway, listener, fleets, journal } = this.#parts;
    for (const fleet of fleets) fleet.begin(listener);
    for (;;) {
      const scheduled = calendar.peek();
      if (scheduled === undefined || scheduled.seconds >= durationSeconds) {
        if (this.#serveUntil(durationSeconds, rank.fault, scheduled)) break;
      } else if (this.#serveUntil(scheduled.seconds, scheduled.rank, scheduled)) {
        clock.nowSeconds = scheduled.seconds;
        journal.flush();
        calendar.runNext();
      }
    }
    clock.nowSeconds = durationSeconds;
    ends();
    gateway.close();
    for (const fleet of fleets) fleet.close();
  }

  /**
   * Carries out the request events before (seconds, rank), unless one of them plans something before what is `first` now.
   *
   * @returns whether all were carried out
   */
  #serveUntil(limitSeconds: number, limitRank: number, first: ScheduledEvent | undefined): boolean {
    const { clock, calendar, heap, serving, clients, gateway } = this.#parts;
    const { timers, calls } = gateway;
    if (calls !== undefined) this.#delay(calls);
    while (calendar.first === first) {
      // Each instant goes through Math.min, for a number chosen by a condition becomes an object at every event.
      let seconds = serving.nextSeconds;
      let rankNow: number = rank.completion;
      let next = source.serving;
      const heapSeconds = heap.nextSeconds;
      if (heapSeconds < seconds) {
        rankNow = heap.nextRank;
        next = source.heap;
      }
      seconds = Math.min(seconds, heapSeconds);
      // A timer loses a tie against a completion and wins one against an arrival.
      const timerSeconds = timers.nextSeconds;
      if (timerSeconds < seconds || (timerSeconds === seconds && rankNow > rank.timeout)) {
        rankNow = rank.timeout;
        next = source.timers;
      }
      seconds = Math.min(seconds, timerSeconds);
      const clientSeconds = clients.nextSeconds;
      if (clientSeconds < seconds) {
        rankNow = rank.arrival;
        next = source.clients;
      }
      seconds = Math.min(seconds, clientSeconds);
      if (seconds > limitSeconds || (seconds === limitSeconds && rankNow >= limitRank)) {
        return true;
      }
      clock.nowSeconds = seconds;
      if (next === source.serving) {
        const row = serving.finish();
        if (row >= 0) gateway.served(row);
      } else if (next === source.clients) {
        const arrival = clients.take();
        if (arrival >= 0) gateway.arrive(clients.block, arrival);
        clients.pass();
      } else if (next === source.heap) {
        heap.pop();
        this.#handle(heap.kind, heap.row, heap.generation);
      } else {
        timers.pop();
        this.#handle(timers.kind, timers.row, timers.generation);
      }
      if (calls !== undefined && !calls.now.isEmpty) {
        if (seconds < limitSeconds || rank.completion < limitRank) this.#followCalls(calls, first);
        this.#delay(calls);
      }
    }
    return false;
  }

  /** Carries out what calls bring at this instant, as long as nothing comes before it. */
  #followCalls(calls: Calls, first: ScheduledEvent | undefined): void {
    const { calendar, clock, heap, serving } = this.#parts;
    const { now } = calls;
    while (!now.isEmpty) {
      const isNext = calendar.first === first && Math.min(serving.nextSeconds, heap.nextSeconds) > clock.nowSeconds;
      if (!isNext) break;
      now.shift();
      if (calls.isCurrent(now.row, now.generation)) this.#handlers[now.kind](now.row);
    }
  }

  /** Something else comes first: what calls bring waits for it in the heap. */
  #delay({ now }: Calls): void {
    const { clock, heap } = this.#parts;
    while (!now.isEmpty) {
      now.shift();
      heap.push(clock.nowSeconds, rank.completion, now.kind, now.row, now.generation);
    }
  }

  /** An event of an earlier try or request of its row is stale and does nothing. */
  #handle(kind: number, row: number, generation: number): void {
    const { requests, gateway } = this.#parts;
    const { words } = requests;
    if (gateway.calls !== undefined && eventKind.isOfCalls(kind)) {
      if (gateway.calls.isCurrent(row, generation)) this.#handlers[kind](row);
      return;
    }
    const isCurrent =
      kind === eventKind.userWakes ||
      kind === eventKind.turnDue ||
      kind === eventKind.checkDue ||
      kind === eventKind.poolFreed ||
      generation === words[(row << 5) | (eventKind.isOfRequest(kind) ? word.life : word.generation)];
    if (isCurrent) this.#handlers[kind](row);
  }
}
