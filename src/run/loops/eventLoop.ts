import type { ProcessorSharing } from '../../fleet/processorSharing.js';
import { eventKind } from '../../gateway/eventKind.js';
import type { Gateway } from '../../gateway/gateway.js';
import type { RequestTable } from '../../gateway/requestTable.js';
import type { Calendar } from '../../kernel/calendar.js';
import type { EventHeap } from '../../kernel/eventHeap.js';
import { rank } from '../../kernel/rank.js';
import type { Clients } from '../../traffic/clients.js';
import type { RequestLoop } from './requestLoop.js';

export interface EventLoopParts {
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  readonly sharing: ProcessorSharing;
  readonly requests: RequestTable;
  readonly gateway: Gateway;
  readonly clients: Clients;
}

/**
 * The general loop: every kind of request event.
 *
 * Hot. Four places hold the next request event: processor sharing (the next cpu completion), the event heap (io ends,
 * patience, users that wake), the timers and the clients (the next open arrival, which never enters a heap). The earliest is taken;
 * at one instant in the order of `rank`.
 */
export class EventLoop implements RequestLoop {
  readonly #parts: EventLoopParts;
  readonly #handlers: readonly ((slot: number) => void)[];

  constructor(parts: EventLoopParts) {
    this.#parts = parts;
    const { gateway, clients } = parts;
    const handlers: ((slot: number) => void)[] = [];
    handlers[eventKind.ioDone] = (slot) => gateway.ioDone(slot);
    handlers[eventKind.patienceEnded] = (slot) => gateway.patienceEnded(slot);
    handlers[eventKind.lineTimedOut] = (slot) => gateway.lineTimedOut(slot);
    handlers[eventKind.tryTimedOut] = (slot) => gateway.tryTimedOut(slot);
    handlers[eventKind.totalTimedOut] = (slot) => gateway.totalTimedOut(slot);
    handlers[eventKind.retryDue] = (slot) => gateway.retryDue(slot);
    handlers[eventKind.userWakes] = (user) => clients.wake(user);
    this.#handlers = handlers;
  }

  serveUntil(limitSeconds: number, limitRank: number): boolean {
    const { calendar, heap, sharing, clients, gateway } = this.#parts;
    const { timers } = gateway;
    for (;;) {
      // Each instant goes through Math.min, for a number chosen by a condition becomes an object at every event.
      let seconds = sharing.nextSeconds;
      let rankNow: number = rank.completion;
      let holder = SHARING;
      const heapSeconds = heap.nextSeconds;
      if (heapSeconds < seconds) {
        rankNow = heap.nextRank;
        holder = HEAP;
      }
      seconds = Math.min(seconds, heapSeconds);
      // A timer loses a tie against a completion and wins one against an arrival.
      const timerSeconds = timers.nextSeconds;
      if (timerSeconds < seconds || (timerSeconds === seconds && rankNow > rank.timeout)) {
        rankNow = rank.timeout;
        holder = TIMERS;
      }
      seconds = Math.min(seconds, timerSeconds);
      const clientSeconds = clients.nextSeconds;
      if (clientSeconds < seconds) {
        rankNow = rank.arrival;
        holder = CLIENTS;
      }
      seconds = Math.min(seconds, clientSeconds);
      if (seconds > limitSeconds || (seconds === limitSeconds && rankNow >= limitRank)) {
        return calendar.nextSeconds >= limitSeconds;
      }
      if (calendar.isBefore(seconds, rankNow)) return false;
      gateway.nowSeconds = seconds;
      if (holder === CLIENTS) clients.fire();
      else if (holder === SHARING) gateway.cpuDone(sharing.nextInstance);
      else if (holder === HEAP) {
        heap.pop();
        this.#handle(heap.kind, heap.slot, heap.generation);
      } else {
        timers.pop();
        this.#handle(timers.kind, timers.slot, timers.generation);
      }
    }
  }

  /** An event of an earlier try or request of its slot is stale and does nothing. */
  #handle(kind: number, slot: number, generation: number): void {
    const { requests } = this.#parts;
    const isCurrent =
      kind === eventKind.userWakes ||
      generation === (kind === eventKind.totalTimedOut ? requests.life[slot] : requests.generation[slot]);
    if (isCurrent) this.#handlers[kind](slot);
  }
}

/** Who holds the next request event. */
const SHARING = 0;
const HEAP = 1;
const TIMERS = 2;
const CLIENTS = 3;
