import type { NodePlace } from '../../record/fleetLog.js';
import type { NodeLog } from '../../record/nodeLog.js';
import { StepCurve } from '../../stats/stepCurve.js';
import type { Node, NodeTenant, PoolService } from './node.js';
import type { NodePool } from './nodePool.js';
import type { Need } from './packing.js';

/** A launch by its row and its number. */
export interface PlacedLaunch {
  readonly instance: number;
  readonly number: number;
}

interface ServiceNodesOptions {
  readonly pool: NodePool;
  readonly poolName: string;
  readonly service: number;
  readonly need: Need;
  readonly log: NodeLog;
  /** Keyed draw: how long the n-th node of the pool pulls the image. */
  imageSecondsOf(node: number): number;
  nowSeconds(): number;
}

/** The nodes of a pool as one service's fleet sees them: room for its instances, and those that wait for it. */
export class ServiceNodes implements PoolService {
  readonly #options: ServiceNodesOptions;
  /** Since when each that waits has been waiting; the oldest first. */
  readonly #waiting: number[] = [];
  /** [launch number] of the living. */
  readonly #places = new Map<number, NodePlace>();
  #onNodes = 0;
  /** Launch numbers of those that wait for the image. */
  readonly #pulling = new Set<number>();
  readonly need: Need;
  /** Set by the fleet before anything is placed. */
  tenant: NodeTenant = noTenant;
  /** Instances that wait for a node or for the image, over the whole run. */
  readonly waitCurve = new StepCurve();
  /** Those of them without a node. */
  readonly pendingCurve = new StepCurve();

  constructor(options: ServiceNodesOptions) {
    this.#options = options;
    this.need = options.need;
    options.pool.join(this);
  }

  get pool(): NodePool {
    return this.#options.pool;
  }
  get waitingCount(): number {
    return this.#waiting.length;
  }
  /** Of the one that has waited longest; Infinity where none waits. */
  get longestWaitFrom(): number {
    return this.#waiting[0] ?? Number.POSITIVE_INFINITY;
  }

  /** @param zones in the order of preference */
  find(zones: readonly number[]): Node | undefined {
    return this.pool.find(this, zones);
  }

  findAtStart(zones: readonly number[]): Node | undefined {
    return this.pool.findAtStart(this, zones);
  }

  /** There is no room for an instance: it waits. */
  wait(): void {
    this.#waiting.push(this.#options.nowSeconds());
    this.#countWaits();
  }

  /** One that waits is no longer wanted, the latest first. @returns whether there was one */
  giveUp(): boolean {
    const had = this.#waiting.pop() !== undefined;
    this.#countWaits();
    return had;
  }

  /** The one that has waited longest is launched. @returns whether there was room */
  placeOne(): boolean {
    const [askedSeconds] = this.#waiting;
    if (!this.tenant.launchWaiting(askedSeconds)) return false;
    this.#waiting.shift();
    this.#countWaits();
    return true;
  }

  /**
   * The instance is on the node from now on; the image is pulled once for all of the service there.
   *
   * @returns how it came there, and when its process begins
   */
  occupy(node: Node, launch: PlacedLaunch, askedSeconds: number): NodePlace {
    const { pool, poolName, service, imageSecondsOf, nowSeconds } = this.#options;
    const now = nowSeconds();
    pool.occupy(node, launch.instance, this);
    const pulled = node.imageSeconds.get(service) ?? now + imageSecondsOf(node.number);
    node.imageSeconds.set(service, pulled);
    const beganSeconds = Math.max(now, pulled);
    const place = { pool: poolName, node: node.number, askedSeconds, beganSeconds };
    this.#places.set(launch.number, place);
    if (beganSeconds > now) {
      this.#pulling.add(launch.number);
      this.#countWaits();
    }
    this.#countOnNodes(1);
    return place;
  }

  /** One of the first moment: it has been there for long, and the image with it. */
  occupyAtStart(node: Node, launch: PlacedLaunch): NodePlace {
    node.imageSeconds.set(this.#options.service, this.#options.nowSeconds());
    return this.occupy(node, launch, this.#options.nowSeconds());
  }

  /** The image is there: the instance's process begins. */
  began(launchNumber: number): void {
    if (this.#pulling.delete(launchNumber)) this.#countWaits();
  }

  placeOf(launchNumber: number): NodePlace | undefined {
    return this.#places.get(launchNumber);
  }

  /** The instance is gone. */
  release(instance: number, launchNumber: number): void {
    this.began(launchNumber);
    this.#places.delete(launchNumber);
    this.#countOnNodes(-1);
    this.pool.release(instance, this);
  }

  #countOnNodes(change: number): void {
    const { log, service, nowSeconds } = this.#options;
    this.#onNodes += change;
    log.requests(service, this.#onNodes * this.need.millis, nowSeconds());
  }

  #countWaits(): void {
    const nowSeconds = this.#options.nowSeconds();
    this.pendingCurve.set(nowSeconds, this.#waiting.length);
    this.waitCurve.set(nowSeconds, this.#waiting.length + this.#pulling.size);
  }
}

const noTenant: NodeTenant = {
  mayLaunch: () => false,
  launchWaiting: () => false,
  lose: () => undefined,
  reclaim: () => undefined,
  maySwap: () => false,
  replace: () => undefined,
};
