import type { Calendar } from '../../kernel/calendar.js';
import * as rank from '../../kernel/rank.js';
import type { NodeLog } from '../../record/nodeLog.js';
import type { NodeGoneReason, StopReason } from '../../record/runEvents.js';
import { remove } from '../remove.js';
import type { Node, PoolService } from './node.js';
import { fits, offered, packDecreasing, type Resources, type Room } from './packing.js';
import { ScaleDown } from './scaleDown.js';
import type { NodePoolSettings } from './settings.js';

/** Cluster Autoscaler's `--scan-interval` (https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md). */
const SCAN_SECONDS = 10;

export interface NodePoolOptions {
  readonly settings: Pick<NodePoolSettings, 'vcpus' | 'memory' | 'min' | 'max' | 'headroom' | 'scaleDown'>;
  /** Those of the service that has most. */
  readonly zoneCount: number;
  readonly calendar: Calendar;
  readonly log: NodeLog;
  /** Keyed draw: from order to ready of the n-th node. */
  provisionSecondsOf(number: number): number;
  /** Whether the provider takes orders now. */
  takesOrders(): boolean;
  nowSeconds(): number;
}

/**
 * The machines that instances of one or more services are placed on, and the autoscaler that orders them.
 *
 * Who finds no room waits. Every 10 s nodes are ordered for those who wait and would not fit what is coming, and as many
 * more as `min` and `headroom` lack; whoever waits is placed as soon as there is room, the one that has waited longest first.
 */
export class NodePool {
  readonly #options: NodePoolOptions;
  readonly #services: PoolService[] = [];
  /** [zone] outages that keep it closed. */
  readonly #closures: Int32Array;
  readonly size: Resources;
  /** All there are, by number. */
  readonly nodes: Node[] = [];
  /** [instance row] */
  readonly #nodeOf: (Node | undefined)[] = [];
  /** [instance row] */
  readonly #ownerOf: PoolService[] = [];
  readonly #scaleDown: ScaleDown;
  #orderCount = 0;
  #isPlacementPlanned = false;

  constructor(options: NodePoolOptions) {
    this.#options = options;
    const { settings, calendar, zoneCount } = options;
    this.size = offered(settings.vcpus, settings.memory);
    this.#closures = new Int32Array(zoneCount);
    this.#scaleDown = new ScaleDown({
      ...options,
      size: this.size,
      nodes: this.nodes,
      ownerOf: (instance) => this.#ownerOf[instance],
      leave: (node) => this.leave(node, 'scale-down'),
    });
    for (let index = 0; index < settings.min; index++) this.#addReady(this.#emptiestZone(zoneCount));
    calendar.at(0, rank.node, () => {
      for (let missing = settings.headroom - this.#emptyCount(); missing > 0 && this.#isBelowMax(); missing--)
        this.#addReady(this.#emptiestZone(zoneCount));
      this.#planScan(1);
    });
  }

  get readyCount(): number {
    return this.nodes.length - this.provisioningCount;
  }
  get provisioningCount(): number {
    return this.nodes.reduce((count, { phase }) => count + (phase === 'provisioning' ? 1 : 0), 0);
  }

  /** A service's instances will be placed here. */
  join(service: PoolService): void {
    this.#services.push(service);
  }

  /** In the first of these zones that has a node with room, the one with the lowest number. */
  find({ need }: PoolService, zones: readonly number[]): Node | undefined {
    for (const zone of zones) {
      const node = this.nodes.find((one) => one.phase === 'ready' && one.zone === zone && fits(need, one));
      if (node !== undefined) return node;
    }
    return undefined;
  }

  /** The same before the run begins, when what is missing was there all the time. */
  findAtStart(service: PoolService, zones: readonly number[]): Node | undefined {
    const found = this.find(service, zones.slice(0, 1));
    if (found !== undefined || zones.length === 0) return found;
    return this.#isBelowMax() ? this.#addReady(zones[0]) : this.find(service, zones);
  }

  occupy(node: Node, instance: number, service: PoolService): void {
    node.instances.push(instance);
    node.freeMillis -= service.need.millis;
    node.freeBytes -= service.need.bytes;
    this.#nodeOf[instance] = node;
    this.#ownerOf[instance] = service;
  }

  /** An instance is gone. */
  release(instance: number, { need }: PoolService): void {
    const node = this.#nodeOf[instance];
    if (node === undefined) return;
    this.#nodeOf[instance] = undefined;
    remove(node.instances, instance);
    node.freeMillis += need.millis;
    node.freeBytes += need.bytes;
    if (node.phase === 'leaving') {
      if (node.instances.length === 0) this.#drop(node);
    } else this.#planPlacement();
  }

  /** A zone is gone, its nodes and all that is on them. */
  closeZone(zone: number): void {
    this.#closures[zone]++;
    for (const node of this.nodes.filter((one) => one.zone === zone)) this.#lose(node, 'zone-outage');
  }

  openZone(zone: number): void {
    this.#closures[zone]--;
  }

  /** The provider takes the node of an instance back: what is on it drains for the notice, and is cut off with it. */
  reclaimNodeOf(instance: number, noticeSeconds: number): void {
    const node = this.#nodeOf[instance];
    if (node === undefined) return;
    this.leave(node, 'spot-reclaim');
    for (const one of [...node.instances]) this.#ownerOf[one].tenant.reclaim(one, noticeSeconds);
    this.#options.calendar.at(this.#options.nowSeconds() + noticeSeconds, rank.node, () =>
      this.#lose(node, 'spot-reclaim'),
    );
  }

  /** The node takes nothing more, and goes once it is empty. */
  leave(node: Node, reason: NodeGoneReason): void {
    node.leavesFor = reason;
    if (node.phase === 'leaving') return;
    node.phase = 'leaving';
    this.#options.log.leaving(node, this.#options.nowSeconds());
    if (node.instances.length === 0) this.#drop(node);
  }

  /** The run is over. */
  close(): void {
    const { log, nowSeconds } = this.#options;
    for (const node of this.nodes) log.gone(node, nowSeconds(), 'run-end');
  }

  #planScan(index: number): void {
    this.#options.calendar.at(index * SCAN_SECONDS, rank.node, () => {
      this.#placeWaiting();
      if (this.#options.takesOrders()) {
        this.#orderMissing();
        this.#scaleDown.scan();
      }
      this.#planScan(index + 1);
    });
  }

  #orderMissing(): void {
    const { min, max, headroom } = this.#options.settings;
    const { zoneCount } = this.#options;
    // For those whom the provider refuses no node is ordered: it would stand empty.
    const needs = this.#services
      .filter(({ tenant }) => tenant.mayLaunch())
      .map(({ need, waitingCount }) => ({ need, count: waitingCount }));
    const coming = this.nodes.filter(({ phase }) => phase === 'provisioning');
    const rooms = coming.map(({ zone, freeMillis, freeBytes }) => ({ zone, freeMillis, freeBytes }));
    const added = packDecreasing(needs, rooms, {
      size: this.size,
      maxCount: max - this.nodes.length,
      zoneFor: (count, more) => this.#emptiestZone(count, more),
    });
    for (const { zone } of added) this.#order(zone);
    const unusedCount = rooms.filter(({ freeMillis }) => freeMillis === this.size.millis).length;
    const staying = this.nodes.filter(({ phase }) => phase !== 'leaving').length;
    let missing = Math.max(headroom - this.#emptyCount() - unusedCount, min - staying);
    for (; missing > 0 && this.#isBelowMax(); missing--) {
      const zone = this.#emptiestZone(zoneCount);
      if (zone < 0) return;
      this.#order(zone);
    }
  }

  #isBelowMax(): boolean {
    return this.nodes.length < this.#options.settings.max;
  }

  /** Ready ones without an instance. */
  #emptyCount(): number {
    return this.nodes.filter(({ phase, instances }) => phase === 'ready' && instances.length === 0).length;
  }

  /** The open zone with fewest nodes among those below a number, the lowest on a tie; -1 where all are closed. */
  #emptiestZone(zoneCount: number, more: readonly Room[] = []): number {
    const counts = new Int32Array(zoneCount);
    for (const { zone } of more) if (zone < zoneCount) counts[zone]++;
    for (const { zone, phase } of this.nodes) if (zone < zoneCount && phase !== 'leaving') counts[zone]++;
    let best = -1;
    for (const [zone, count] of counts.entries()) {
      if (this.#closures[zone] === 0 && (best < 0 || count < counts[best])) best = zone;
    }
    return best;
  }

  #add(zone: number): Node {
    const node: Node = {
      number: this.#orderCount++,
      zone,
      phase: 'provisioning',
      leavesFor: 'scale-down',
      orderedSeconds: this.#options.nowSeconds(),
      readySeconds: Number.NaN,
      freeMillis: this.size.millis,
      freeBytes: this.size.bytes,
      instances: [],
      imageSeconds: new Map(),
      lowSinceSeconds: Number.NaN,
    };
    this.nodes.push(node);
    this.#options.log.ordered(node);
    return node;
  }

  /** One that was there before the run began. */
  #addReady(zone: number): Node {
    const node = this.#add(zone);
    this.#becomeReady(node);
    return node;
  }

  #order(zone: number): void {
    const node = this.#add(zone);
    const readySeconds = node.orderedSeconds + this.#options.provisionSecondsOf(node.number);
    this.#count();
    this.#options.calendar.at(readySeconds, rank.node, () => {
      if (node.phase !== 'provisioning') return;
      this.#becomeReady(node);
      this.#placeWaiting();
    });
  }

  #becomeReady(node: Node): void {
    node.phase = 'ready';
    node.readySeconds = this.#options.nowSeconds();
    this.#options.log.becameReady(node);
    this.#count();
  }

  #count(): void {
    this.#options.log.counts(this.readyCount, this.provisioningCount, this.#options.nowSeconds());
  }

  /** Nothing more is on the node. */
  #drop(node: Node): void {
    if (!remove(this.nodes, node)) return;
    this.#options.log.gone(node, this.#options.nowSeconds(), node.leavesFor);
    this.#count();
  }

  /** The node is gone at once, with all that is on it. */
  #lose(node: Node, reason: NodeGoneReason & StopReason): void {
    node.phase = 'leaving';
    node.leavesFor = reason;
    for (const instance of [...node.instances]) this.#ownerOf[instance].tenant.lose(instance, reason);
    this.#drop(node);
  }

  /** Room has come free: whoever waits is placed at this instant, once what is happening is over. */
  #planPlacement(): void {
    if (this.#isPlacementPlanned || this.#services.every(({ waitingCount }) => waitingCount === 0)) return;
    this.#isPlacementPlanned = true;
    this.#options.calendar.at(this.#options.nowSeconds(), rank.node, () => {
      this.#isPlacementPlanned = false;
      this.#placeWaiting();
    });
  }

  /** Instances of one service are alike: where one finds no room, the others find none. */
  #placeWaiting(): void {
    let open = this.#services.filter(({ waitingCount }) => waitingCount > 0);
    while (open.length > 0) {
      const next = open.reduce((first, one) => (one.longestWaitFrom < first.longestWaitFrom ? one : first));
      if (!next.placeOne() || next.waitingCount === 0) open = open.filter((one) => one !== next);
    }
  }
}
