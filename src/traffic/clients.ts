import type { Calendar } from '../kernel/calendar.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import { rank } from '../kernel/rank.js';
import type { RequestSampler } from './requestSampler.js';
import type { ClosedSource, OpenSource, Source } from './source.js';

export interface ClientsOptions {
  readonly sources: readonly Source[];
  /** [source] the numbers of its requests. */
  readonly samplers: readonly RequestSampler[];
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  /** Kind of the event that wakes a user after its think time. */
  readonly wakeKind: number;
  /**
   * A request arrives now; its numbers are in `sampler`. `user` is -1 for open sources.
   *
   * `arrivalNumber` is the same in every policy: the count within an open source, (user, iteration) of a closed one.
   */
  send(source: number, user: number, arrivalNumber: number, sampler: RequestSampler): void;
  /** No VU was free: k6's dropped iteration. */
  dropped(source: number, atSeconds: number): void;
  nowSeconds(): number;
}

/** Iterations of one user that keep their arrival numbers apart from the next user's. */
export const iterationsOfUser = 2 ** 26;

interface VuPool {
  allocatedCount: number;
  busyCount: number;
  readonly maxCount: number;
}

/** One virtual user of a closed source. */
interface User {
  readonly source: number;
  readonly index: number;
  iteration: number;
  isRunning: boolean;
}

/**
 * Everybody who sends requests: open sources merged in time order, and the virtual users of closed ones.
 *
 * Hot for open sources: the next arrival is a scan over the few sources, never a heap.
 */
export class Clients {
  readonly #options: ClientsOptions;
  /** [source] next arrival of an open source, seconds; Infinity for closed ones. */
  readonly #nextArrivals: Float64Array;
  /** [source] arrivals of an open source so far. */
  readonly #arrivalCounts: Float64Array;
  readonly #pools: (VuPool | undefined)[];
  /** [source] users below this index are active. */
  readonly #activeCounts: Float64Array;
  /** [source][user index] number of the user in `#users`. */
  readonly #userNumbers: number[][];
  readonly #users: User[] = [];
  /** When the next open arrival is due, seconds. */
  nextSeconds = Number.POSITIVE_INFINITY;
  #nextSource = 0;

  constructor(options: ClientsOptions) {
    this.#options = options;
    const { sources } = options;
    this.#nextArrivals = Float64Array.from(sources, (source) =>
      source.kind === 'open' ? source.nextArrivalSeconds() : Number.POSITIVE_INFINITY,
    );
    this.#pools = sources.map((source) => (source.kind === 'open' ? poolOf(source) : undefined));
    this.#arrivalCounts = new Float64Array(sources.length);
    this.#activeCounts = new Float64Array(sources.length);
    this.#userNumbers = sources.map(() => []);
    for (const [number, source] of sources.entries()) {
      if (source.kind === 'closed') this.#planChange(number, source);
    }
    this.#findNext();
  }

  /** The open arrival due at `nextSeconds` happens. */
  fire(): void {
    const source = this.#nextSource;
    const atSeconds = this.nextSeconds;
    const { sources, samplers, send, dropped } = this.#options;
    const open = sources[source] as OpenSource; // safe: only open sources have a finite next arrival
    this.#nextArrivals[source] = open.nextArrivalSeconds();
    this.#findNext();
    const sampler = samplers[source];
    this.#arrivalCounts[source]++;
    // Drawn even when the iteration is dropped, so that every policy meets the same requests.
    sampler.drawNext();
    const pool = this.#pools[source];
    if (pool !== undefined) {
      if (pool.busyCount >= pool.allocatedCount) {
        dropped(source, atSeconds);
        if (pool.allocatedCount < pool.maxCount) pool.allocatedCount++;
        return;
      }
      pool.busyCount++;
    }
    send(source, -1, this.#arrivalCounts[source], sampler);
  }

  /** A request is over for its client at `answerSeconds`. */
  answered(source: number, user: number, answerSeconds: number): void {
    if (user < 0) {
      const pool = this.#pools[source];
      if (pool !== undefined) pool.busyCount--;
      return;
    }
    const { sources, heap, wakeKind } = this.#options;
    const { index, iteration } = this.#users[user];
    const closed = sources[source] as ClosedSource; // safe: only closed sources have users
    heap.push(answerSeconds + closed.thinkSeconds(index, iteration), rank.arrival, wakeKind, user, 0);
  }

  /** A user has thought long enough; it goes on if it is still active. */
  wake(userNumber: number): void {
    const user = this.#users[userNumber];
    user.isRunning = false;
    if (user.index < this.#activeCounts[user.source]) this.#start(userNumber);
  }

  #findNext(): void {
    const arrivals = this.#nextArrivals;
    if (arrivals.length === 1) {
      this.nextSeconds = arrivals[0];
      return;
    }
    let earliest = 0;
    for (let source = 1; source < arrivals.length; source++) {
      if (arrivals[source] < arrivals[earliest]) earliest = source;
    }
    this.#nextSource = earliest;
    this.nextSeconds = arrivals[earliest];
  }

  #planChange(source: number, closed: ClosedSource): void {
    const change = closed.nextChange();
    if (change === undefined) return;
    this.#options.calendar.at(change.atSeconds, rank.arrival, () => {
      const activeCount = this.#activeCounts[source];
      this.#activeCounts[source] = change.count;
      this.#planChange(source, closed);
      // Users already active run or have no iteration left, so a ramp of n users takes n steps and not n^2.
      for (let index = activeCount; index < change.count; index++) {
        const number = this.#userNumber(source, index);
        if (!this.#users[number].isRunning) this.#start(number);
      }
    });
  }

  #userNumber(source: number, index: number): number {
    const numbers = this.#userNumbers[source];
    if (numbers[index] === undefined) {
      numbers[index] = this.#users.push({ source, index, iteration: -1, isRunning: false }) - 1;
    }
    return numbers[index];
  }

  #start(userNumber: number): void {
    const user = this.#users[userNumber];
    const { sources, samplers, send } = this.#options;
    const closed = sources[user.source] as ClosedSource; // safe: only closed sources have users
    if (!closed.takeIteration(user.index)) return;
    user.iteration++;
    user.isRunning = true;
    const sampler = samplers[user.source];
    sampler.drawAt(user.index, user.iteration);
    send(user.source, userNumber, user.index * iterationsOfUser + user.iteration, sampler);
  }
}

function poolOf({ vuPool }: OpenSource): VuPool | undefined {
  if (vuPool === undefined) return undefined;
  return { allocatedCount: vuPool.initialCount, busyCount: 0, maxCount: vuPool.maxCount };
}
