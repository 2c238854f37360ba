import type { InstanceTable } from '../fleet/instanceTable.js';
import type { ProcessorSharing } from '../fleet/processorSharing.js';
import type { EventHeap } from '../kernel/eventHeap.js';
import { rank } from '../kernel/rank.js';
import type { Ledger } from '../record/ledger.js';
import { eventKind } from './eventKind.js';
import { place, RequestList, type RequestTable } from './requestTable.js';
import type { RequestProfile, ServiceDesk } from './serviceDesk.js';

export interface InstanceWorkOptions {
  readonly requests: RequestTable;
  readonly instances: InstanceTable;
  readonly sharing: ProcessorSharing;
  readonly heap: EventHeap;
  readonly desks: readonly ServiceDesk[];
  readonly profiles: readonly RequestProfile[];
  readonly ledger: Ledger;
}

/**
 * What happens to requests at instances: the instance's own queue, its slots, the cpu phase and the io phase.
 *
 * Hot: no allocation per request. The only writer of the instances' `inside`, `queued` and `memoryBytes`, and the only
 * one who tells rotations about loads.
 */
export class InstanceWork {
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #sharing: ProcessorSharing;
  readonly #heap: EventHeap;
  readonly #desks: readonly ServiceDesk[];
  readonly #profiles: readonly RequestProfile[];
  readonly #ledger: Ledger;
  /** [instanceSlot] requests inside. */
  readonly #inside: RequestList[] = [];
  /** [instanceSlot] requests in the instance's own queue. */
  readonly #queues: RequestList[] = [];

  constructor(options: InstanceWorkOptions) {
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#sharing = options.sharing;
    this.#heap = options.heap;
    this.#desks = options.desks;
    this.#profiles = options.profiles;
    this.#ledger = options.ledger;
  }

  /** The request waits at the instance. */
  enqueue(slot: number, instance: number): void {
    const requests = this.#requests;
    requests.place[slot] = place.instanceQueue;
    requests.instance[slot] = instance;
    requests.append(listOf(this.#queues, instance), slot);
    this.#instances.queued[instance]++;
    this.#deskOf(instance).rotation.began(instance);
  }

  /** The request leaves the instance's queue. */
  dequeue(slot: number): void {
    const instance = this.#requests.instance[slot];
    this.#requests.unlink(this.#queues[instance], slot);
    this.#instances.queued[instance]--;
    this.#deskOf(instance).rotation.ended(instance);
  }

  /** First in the instance's queue; -1 when it is empty. */
  firstQueued(instance: number): number {
    return this.#queues[instance]?.head ?? -1;
  }

  /** First of the requests inside the instance; -1 when it is empty. */
  firstInside(instance: number): number {
    return this.#inside[instance]?.head ?? -1;
  }

  /**
   * The request takes a slot of the instance and begins its cpu phase, or its io phase when it needs no cpu.
   *
   * @returns by how much a slow start or a fault makes its cpu phase longer
   */
  begin(slot: number, instance: number, nowSeconds: number): number {
    const requests = this.#requests;
    this.#sharing.touch(instance, nowSeconds);
    this.#ledger.began(nowSeconds);
    this.#instances.inside[instance]++;
    this.#instances.begun[instance]++;
    this.#instances.memoryBytes[instance] += this.#profiles[requests.source[slot]].memoryBytes;
    requests.instance[slot] = instance;
    requests.append(listOf(this.#inside, instance), slot);
    const desk = this.#deskOf(instance);
    desk.rotation.began(instance);
    const cpuSeconds = requests.cpuSeconds[slot];
    if (cpuSeconds > 0) {
      requests.place[slot] = place.cpu;
      const factor = this.#slowStartFactor(desk, instance, nowSeconds) * this.#instances.slowFactor[instance];
      this.#sharing.begin(instance, slot, cpuSeconds * factor, nowSeconds);
      return factor;
    }
    this.#beginIo(slot, instance, nowSeconds);
    return 1;
  }

  /**
   * A cpu phase ends now at this instance.
   *
   * @returns the request slot when the instance is done with it; -1 when its io phase begins
   */
  endCpu(instance: number, nowSeconds: number): number {
    const slot = this.#sharing.complete(instance, nowSeconds);
    if (this.#requests.ioSeconds[slot] <= 0) return slot;
    this.#beginIo(slot, instance, nowSeconds);
    return -1;
  }

  /**
   * An io phase is over by the clock.
   *
   * @returns false when a pause fell into it: then the request goes on for as long as the pause took
   */
  endIo(slot: number, nowSeconds: number): boolean {
    const requests = this.#requests;
    const instance = requests.instance[slot];
    const missedSeconds = this.#pauseClock(instance, nowSeconds) - requests.pauseSeconds[slot];
    if (missedSeconds <= 0) return true;
    if (Number.isNaN(this.#instances.pausedSinceSeconds[instance]))
      this.#planIo(slot, instance, missedSeconds, nowSeconds);
    else {
      requests.place[slot] = place.held;
      requests.pauseSeconds[slot] = missedSeconds;
    }
    return false;
  }

  /** The instance stops serving and keeps what it holds. */
  pause(instance: number, nowSeconds: number): void {
    this.#sharing.touch(instance, nowSeconds);
    this.#instances.pausedSinceSeconds[instance] = nowSeconds;
    this.#sharing.replan(instance, nowSeconds);
  }

  /** The instance goes on where it stopped. */
  resume(instance: number, nowSeconds: number): void {
    const requests = this.#requests;
    this.#sharing.touch(instance, nowSeconds);
    this.#instances.pausedSeconds[instance] = this.#pauseClock(instance, nowSeconds);
    this.#instances.pausedSinceSeconds[instance] = Number.NaN;
    this.#sharing.replan(instance, nowSeconds);
    for (let slot = this.firstInside(instance); slot >= 0; slot = requests.after(slot)) {
      if (requests.place[slot] === place.held) this.#planIo(slot, instance, requests.pauseSeconds[slot], nowSeconds);
    }
  }

  /** The request gives its slot back. */
  leave(slot: number, nowSeconds: number): void {
    const requests = this.#requests;
    const instance = requests.instance[slot];
    this.#sharing.touch(instance, nowSeconds);
    this.#ledger.left(nowSeconds);
    requests.unlink(this.#inside[instance], slot);
    this.#instances.inside[instance]--;
    this.#instances.memoryBytes[instance] -= this.#profiles[requests.source[slot]].memoryBytes;
    this.#deskOf(instance).rotation.ended(instance);
  }

  #beginIo(slot: number, instance: number, nowSeconds: number): void {
    this.#planIo(slot, instance, this.#requests.ioSeconds[slot] * this.#instances.slowFactor[instance], nowSeconds);
  }

  #planIo(slot: number, instance: number, ioSeconds: number, nowSeconds: number): void {
    const requests = this.#requests;
    requests.place[slot] = place.io;
    requests.pauseSeconds[slot] = this.#pauseClock(instance, nowSeconds);
    this.#heap.push(nowSeconds + ioSeconds, rank.completion, eventKind.ioDone, slot, requests.generation[slot]);
  }

  /** Time the instance has been paused so far. */
  #pauseClock(instance: number, nowSeconds: number): number {
    const since = this.#instances.pausedSinceSeconds[instance];
    const before = this.#instances.pausedSeconds[instance];
    return Number.isNaN(since) ? before : before + (nowSeconds - since);
  }

  #slowStartFactor({ slowStart }: ServiceDesk, instance: number, nowSeconds: number): number {
    if (slowStart === undefined) return 1;
    const sinceReady = nowSeconds - this.#instances.readySeconds[instance];
    // A startup below 0 marks the instances of the first moment, which are warm.
    if (sinceReady >= slowStart.forSeconds || this.#instances.startupSeconds[instance] < 0) return 1;
    return slowStart.factor - (slowStart.factor - 1) * (sinceReady / slowStart.forSeconds);
  }

  #deskOf(instance: number): ServiceDesk {
    return this.#desks[this.#instances.service[instance]];
  }
}

function listOf(lists: RequestList[], instance: number): RequestList {
  let list = lists[instance];
  if (list === undefined) {
    list = new RequestList();
    lists[instance] = list;
  }
  return list;
}
