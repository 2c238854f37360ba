import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Clock } from '../kernel/clock.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import * as rank from '../kernel/rank.js';
import type { Journal } from '../record/journal.js';
import * as double from '../traffic/double.js';
import * as place from '../traffic/place.js';
import { hasReached } from '../traffic/requestFlag.js';
import { RequestList, type RequestTable } from '../traffic/requestTable.js';
import * as word from '../traffic/word.js';
import type { Pools } from './calls/pools.js';
import type { CentralQueue } from './centralQueue.js';
import * as eventKind from './eventKind.js';
import type { RequestTracer } from './requestTracer.js';
import type { RulesOf } from './rulesOf.js';
import type { ServiceRuntime } from './serviceRuntime.js';
import type { Timers } from './timers.js';

export interface QueuesOptions {
  readonly clock: Clock;
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly heap: EventHeap;
  readonly journal: Journal;
  /** [service] */
  readonly runtimes: readonly ServiceRuntime[];
  readonly tracer?: RequestTracer | undefined;
}

interface QueuesParts {
  readonly rulesOf: RulesOf | undefined;
  readonly pools: Pools | undefined;
}

/**
 * The requests that wait, in central queues and at instances, and how their waits end.
 *
 * The only writer of `queued`.
 */
export class Queues {
  readonly #options: QueuesOptions;
  readonly #timers: Timers;
  readonly #rulesOf: RulesOf | undefined;
  readonly #pools: Pools | undefined;
  /** [instance] requests that wait there, first come, first served */
  readonly #lists: RequestList[] = [];

  constructor(options: QueuesOptions, timers: Timers, { rulesOf, pools }: QueuesParts) {
    this.#options = options;
    this.#timers = timers;
    this.#rulesOf = rulesOf;
    this.#pools = pools;
  }

  /** First in the instance's queue; -1 when it is empty. */
  first(instance: number): number {
    return this.#lists[instance]?.head ?? -1;
  }

  /** The request waits at the instance. */
  joinInstance(row: number, instance: number, { rotation, guards }: ServiceRuntime): void {
    const { requests, instances, tracer } = this.#options;
    requests.words[(row << 5) | word.place] = place.instanceQueue;
    requests.words[(row << 5) | word.instance] = instance;
    this.#lists[instance] ??= new RequestList();
    requests.append(this.#lists[instance], row);
    instances.queued[instance]++;
    if (guards !== undefined) guards.load.waitingAtInstances++;
    rotation.began(instance);
    tracer?.waits(row, instance);
    this.#watchPatience(row);
  }

  /** The request waits in the central queue. */
  joinCentralQueue(row: number, centralQueue: CentralQueue, { onDemand }: ServiceRuntime): void {
    const { requests, journal, tracer } = this.#options;
    requests.words[(row << 5) | word.place] = place.centralQueue;
    centralQueue.append(row);
    tracer?.waits(row, -1);
    if (onDemand !== undefined) {
      journal.coldStarted(row);
      onDemand.follow(centralQueue.count);
    }
    this.#timers.startCentralQueue(row, this.#rulesOf?.(row));
    this.#watchPatience(row);
  }

  /** Whether the call may go to its service; if not it waits for a connection of its caller's instance. */
  passesPool(row: number): boolean {
    if (this.#pools === undefined || this.#pools.enters(row)) return true;
    this.#options.tracer?.waits(row, -1);
    this.#watchPatience(row);
    return false;
  }

  /** Takes a waiting request out of its queue; false when it does not wait any more. */
  leave(row: number): boolean {
    const { requests, runtimes } = this.#options;
    const where = requests.placeOf(row);
    if (where === place.centralQueue) {
      const { centralQueue, onDemand } = runtimes[requests.words[(row << 5) | word.service]];
      centralQueue?.remove(row);
      onDemand?.follow(centralQueue?.count ?? 0);
    } else if (where === place.instanceQueue) this.leaveInstance(row);
    else if (where === place.pool) this.#pools?.leave(row);
    else return false;
    this.endWait(row);
    return true;
  }

  /** Takes a request out of the queue of its instance; its wait goes on. */
  leaveInstance(row: number): void {
    const { requests, instances, runtimes } = this.#options;
    const instance = requests.words[(row << 5) | word.instance];
    requests.unlink(this.#lists[instance], row);
    instances.queued[instance]--;
    const { rotation, guards } = runtimes[requests.words[(row << 5) | word.service]];
    if (guards !== undefined) guards.load.waitingAtInstances--;
    rotation.ended(instance);
  }

  /** The present try has waited until now, or not at all. Nobody waits for an orphan. */
  endWait(row: number): void {
    const { requests, clock, journal, tracer } = this.#options;
    const { doubles, words } = requests;
    if (requests.isOrphan(row)) return;
    words[(row << 5) | word.flags] |= hasReached;
    const since = doubles[(row << 4) | double.tried];
    const now = clock.nowSeconds;
    if (now <= since) return;
    journal.waited(row);
    tracer?.waited(row, since);
    doubles[(row << 4) | double.waited] += now - since;
  }

  #watchPatience(row: number): void {
    const { requests, clock, heap } = this.#options;
    const ends = requests.doubles[(row << 4) | double.patienceEnds];
    if (ends === Number.POSITIVE_INFINITY) return;
    // Patience counts from the intended arrival, so it may be over already when a later try begins to wait.
    const atSeconds = Math.max(ends, clock.nowSeconds);
    const generation = requests.words[(row << 5) | word.generation];
    heap.push(atSeconds, rank.timeout, eventKind.patienceEnded, row, generation);
  }
}
