import type { Calendar } from '../kernel/calendar.js';
import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import * as rank from '../kernel/rank.js';
import { ArrivalBlock } from './arrivalBlock.js';
import { OpenArrivals } from './openArrivals.js';
import type { RequestSampler } from './requestSampler.js';
import type { Sessions } from './sessions/sessions.js';
import type { ClosedSource, OpenSource, Source } from './source.js';

export interface ClientsOptions {
  readonly sources: readonly Source[];
  /** [source] the numbers of its requests. */
  readonly samplers: readonly RequestSampler[];
  readonly calendar: Calendar;
  readonly heap: EventHeap;
  /** Kind of the event that wakes a user after its think time. */
  readonly wakeKind: number;
  /** No arrival of an open source at this instant or later matters. */
  readonly endSeconds: number;
  readonly clock: Clock;
  /** Where sources have some. */
  readonly sessions: Sessions | undefined;
  /** Fills in where the arrivals [from, to) of the block go. */
  route(block: ArrivalBlock, from: number, to: number): void;
  /** The request of a closed source arrives now. */
  arrive(block: ArrivalBlock, arrival: number): void;
  /** No VU was free: k6's dropped iteration. */
  dropped(source: number): void;
  /** Arrivals that were handed out are about to be written over. */
  turns(): void;
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
 * Hot for open sources: an arrival is taken from a block, and the gateway reads its numbers there.
 */
export class Clients {
  readonly #options: ClientsOptions;
  readonly #open: OpenArrivals;
  /** Number of the next open arrival in its block. */
  #next = 0;
  /** Requests of users and later turns of sessions: one row after the other. */
  readonly #ofUsers = new ArrivalBlock();
  #userArrivals = 0;
  readonly #pools: (VuPool | undefined)[];
  readonly #hasPools: boolean;
  /** [source] users below this index are active. */
  readonly #activeCounts: Float64Array;
  /** [source][user index] number of the user in `#users`. */
  readonly #userNumbers: number[][];
  readonly #users: User[] = [];
  /** When the next open arrival is due, seconds. */
  nextSeconds = Number.POSITIVE_INFINITY;

  constructor(options: ClientsOptions) {
    this.#options = options;
    const { sources } = options;
    this.#open = new OpenArrivals({
      ...options,
      sources: sources.map((source) => (source.kind === 'open' ? source : undefined)),
      route: (block, count) => options.route(block, 0, count),
    });
    this.#pools = sources.map((source) => (source.kind === 'open' ? poolOf(source) : undefined));
    this.#hasPools = this.#pools.some((pool) => pool !== undefined);
    this.#activeCounts = new Float64Array(sources.length);
    this.#userNumbers = sources.map(() => []);
    for (const [number, source] of sources.entries()) {
      if (source.kind === 'closed') this.#planChange(number, source);
    }
    this.#turn();
  }

  /** The open arrivals that come now. */
  get block(): ArrivalBlock {
    return this.#open.block;
  }

  /** Takes the open arrival due at `nextSeconds`; -1 when no VU is free for it. It stands in `block` until `pass`. */
  take(): number {
    const arrival = this.#next;
    if (this.#hasPools && !this.#takeVu(this.#open.block.sources[arrival])) return -1;
    this.#options.sessions?.begin(this.#open.block, arrival);
    return arrival;
  }

  /** Goes on to the next open arrival. */
  pass(): void {
    const { seconds } = this.#open.block;
    const next = ++this.#next;
    if (next < seconds.length) this.nextSeconds = seconds[next];
    else this.#turn();
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

  /** The next turn of a session is due, or the tools before it. */
  turnDue(session: number): void {
    const { sessions, clock } = this.#options;
    if (sessions?.due(session) !== true) return;
    const arrival = this.#nextOfUsers();
    this.#ofUsers.seconds[arrival] = clock.nowSeconds;
    sessions.store(session, this.#ofUsers, arrival);
    this.#send(arrival);
  }

  #turn(): void {
    this.#options.turns();
    this.#open.refill();
    this.#next = 0;
    this.nextSeconds = this.#open.block.seconds[0];
  }

  #takeVu(source: number): boolean {
    const pool = this.#pools[source];
    if (pool === undefined) return true;
    if (pool.busyCount < pool.allocatedCount) {
      pool.busyCount++;
      return true;
    }
    this.#options.dropped(source);
    if (pool.allocatedCount < pool.maxCount) pool.allocatedCount++;
    return false;
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
    const { sources, samplers, clock } = this.#options;
    const closed = sources[user.source] as ClosedSource; // safe: only closed sources have users
    if (!closed.takeIteration(user.index)) return;
    user.iteration++;
    user.isRunning = true;
    const arrival = this.#nextOfUsers();
    const block = this.#ofUsers;
    const sampler = samplers[user.source];
    sampler.drawAt(user.index, user.iteration);
    sampler.store(block, arrival);
    block.seconds[arrival] = clock.nowSeconds;
    block.sources[arrival] = user.source;
    block.users[arrival] = userNumber;
    block.numbers[arrival] = user.index * iterationsOfUser + user.iteration;
    this.#send(arrival);
  }

  /** The next free place in their block. */
  #nextOfUsers(): number {
    if (this.#userArrivals === this.#ofUsers.length) {
      this.#options.turns();
      this.#userArrivals = 0;
    }
    const arrival = this.#userArrivals++;
    this.#ofUsers.turns[arrival] = 0;
    return arrival;
  }

  /** The arrival in their block happens now. */
  #send(arrival: number): void {
    this.#options.route(this.#ofUsers, arrival, arrival + 1);
    this.#options.arrive(this.#ofUsers, arrival);
  }
}

function poolOf({ vuPool }: OpenSource): VuPool | undefined {
  if (vuPool === undefined) return undefined;
  return { allocatedCount: vuPool.initialCount, busyCount: 0, maxCount: vuPool.maxCount };
}
