import type { InstanceTable } from '../../fleet/instanceTable.js';
import type { Clock } from '../../kernel/clock.js';
import type { EventHeap } from '../../kernel/eventHeap.js';
import * as rank from '../../kernel/rank.js';
import type { PoolLog, PoolTotals } from '../../record/poolLog.js';
import * as place from '../../traffic/place.js';
import { RequestList, type RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import * as eventKind from '../eventKind.js';

/** [service of the caller][service that is called] most calls in flight from one instance; undefined where nothing limits them */
export type PoolLimits = readonly (readonly (number | undefined)[])[];

/** From one instance to one service. */
interface Pool {
  readonly number: number;
  readonly limitCount: number;
  inFlightCount: number;
  readonly waiting: RequestList;
  readonly totals: PoolTotals;
  /** Its instance is gone. */
  isGone: boolean;
}

interface PlaceCounts {
  readonly byPools: number;
  readonly byCalls: number;
  readonly heldBack: number;
}

interface PoolsOptions {
  readonly clock: Clock;
  readonly heap: EventHeap;
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly log: PoolLog;
}

/**
 * The connections of instances: so many calls at once from one of them to a service, the others wait there in their order.
 *
 * A try holds its place from when it goes to the service until its caller has given it up or knows its answer; between two
 * tries a call holds none. A place that is free is given away by an event of the heap, so that nothing is sent in the middle
 * of something else. No more places are taken than there are, nor is one free while a call waits.
 */
export class Pools {
  readonly #options: PoolsOptions;
  readonly #limits: PoolLimits;
  /** [instance * services + service] */
  readonly #pools: (Pool | undefined)[] = [];
  /** [row] of calls, and stale elsewhere; and whether the present try has its place */
  readonly #poolOf: (Pool | undefined)[] = [];
  readonly #hasPlace: boolean[] = [];

  constructor(options: PoolsOptions, limits: PoolLimits) {
    this.#options = options;
    this.#limits = limits;
  }

  /** The call is made at the instance. */
  begin(row: number, instance: number, service: number): void {
    const limitCount = this.#limits[this.#options.instances.service[instance]][service];
    this.#hasPlace[row] = false;
    this.#poolOf[row] = limitCount === undefined ? undefined : this.#poolAt(instance, service, limitCount);
  }

  /** The call is made by nobody that has pools. */
  beginOutside(row: number): void {
    this.#hasPlace[row] = false;
    this.#poolOf[row] = undefined;
  }

  /** Whether the try may go to its service; if not, it waits from now on. */
  enters(row: number): boolean {
    const pool = this.#poolOf[row];
    if (pool === undefined || pool.isGone) return true;
    if (pool.waiting.count === 0 && isFree(pool)) {
      this.#take(row, pool);
      return true;
    }
    const { requests, clock } = this.#options;
    requests.words[(row << 5) | word.place] = place.pool;
    requests.append(pool.waiting, row);
    pool.totals.waiting.begin(clock.nowSeconds);
    if (pool.waiting.count === 1) pool.totals.full.begin(clock.nowSeconds);
    return false;
  }

  /** The next try that may go to its service, now that a place is free; -1 when there is none. */
  next(number: number): number {
    const pool = this.#pools[number];
    if (pool === undefined || !isFree(pool) || pool.waiting.head < 0 || this.#isPaused(number)) return -1;
    const row = pool.waiting.head;
    this.#unlink(row, pool);
    this.#take(row, pool);
    return row;
  }

  /** The try waits no longer. */
  leave(row: number): void {
    const pool = this.#poolOf[row];
    if (pool !== undefined) this.#unlink(row, pool);
  }

  /** The try is over, as its caller sees it. */
  giveBack(row: number): void {
    const pool = this.#poolOf[row];
    if (pool === undefined || !this.#hasPlace[row]) return;
    this.#hasPlace[row] = false;
    pool.inFlightCount--;
    this.#callNext(pool);
  }

  /** The instance goes on after a pause, in which it sent nothing. */
  resumed(instance: number): void {
    for (const pool of this.#poolsAt(instance)) this.#callNext(pool);
  }

  /** The request goes on in `next`; where its try stays behind as an orphan, the request has its place. */
  moveOn(row: number, next: number): void {
    const isLeft = this.#options.requests.isOrphan(row);
    this.#poolOf[next] = this.#poolOf[row];
    this.#hasPlace[next] = isLeft && this.#hasPlace[row];
    if (isLeft) this.#hasPlace[row] = false;
  }

  /** The instance is gone, and its connections with it. */
  close(instance: number): void {
    const { clock } = this.#options;
    for (const pool of this.#poolsAt(instance)) {
      pool.isGone = true;
      if (pool.waiting.count > 0) pool.totals.full.end(clock.nowSeconds);
      pool.totals.open.end(clock.nowSeconds);
      this.#pools[pool.number] = undefined;
    }
  }

  /** Places of instances that are there: taken, by the pools and by the calls; and free while a call waits, which none may be. */
  counts(): PlaceCounts {
    const pools = this.#pools.filter((pool) => pool !== undefined);
    const isHeldBack = (pool: Pool) => isFree(pool) && pool.waiting.count > 0 && !this.#isPaused(pool.number);
    return {
      byPools: pools.reduce((sum, { inFlightCount }) => sum + inFlightCount, 0),
      byCalls: this.#poolOf.filter((pool, row) => this.#hasPlace[row] && pool?.isGone === false).length,
      heldBack: pools.filter(isHeldBack).length,
    };
  }

  #callNext({ number, waiting, isGone }: Pool): void {
    const { heap, clock } = this.#options;
    if (waiting.count > 0 && !isGone) heap.push(clock.nowSeconds, rank.completion, eventKind.poolFreed, number, 0);
  }

  #isPaused(number: number): boolean {
    const instance = Math.floor(number / this.#limits.length);
    return !Number.isNaN(this.#options.instances.pausedSinceSeconds[instance]);
  }

  #poolsAt(instance: number): Pool[] {
    const first = instance * this.#limits.length;
    return this.#pools.slice(first, first + this.#limits.length).filter((pool) => pool !== undefined);
  }

  #unlink(row: number, pool: Pool): void {
    const { requests, clock } = this.#options;
    requests.unlink(pool.waiting, row);
    pool.totals.waiting.end(clock.nowSeconds);
    if (pool.waiting.count === 0 && !pool.isGone) pool.totals.full.end(clock.nowSeconds);
  }

  #take(row: number, pool: Pool): void {
    pool.inFlightCount++;
    this.#hasPlace[row] = true;
  }

  #poolAt(instance: number, service: number, limitCount: number): Pool {
    const number = instance * this.#limits.length + service;
    let pool = this.#pools[number];
    if (pool === undefined) {
      const { log, instances, clock } = this.#options;
      const totals = log.of(instances.service[instance], service);
      totals.open.begin(clock.nowSeconds);
      pool = { number, limitCount, inFlightCount: 0, waiting: new RequestList(), totals, isGone: false };
      this.#pools[number] = pool;
    }
    return pool;
  }
}

function isFree({ inFlightCount, limitCount }: Pool): boolean {
  return inFlightCount < limitCount;
}
