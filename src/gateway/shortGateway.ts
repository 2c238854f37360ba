import { type InstanceTable, phase } from '../fleet/instanceTable.js';
import { grown } from '../kernel/columns.js';
import { TimeWheel } from '../kernel/timeWheel.js';
import { AnswerBlock } from '../record/answerBlock.js';
import type { AnswerListener } from '../record/answerListener.js';
import type { ArrivalBlock } from '../record/arrivalBlock.js';
import type { Ledger } from '../record/ledger.js';
import { outcome, type RequestLog } from '../record/requestLog.js';
import type { RequestGateway } from './requestGateway.js';
import type { RequestProfile, ServiceDesk } from './serviceDesk.js';
import { SlotRing } from './slotRing.js';

export interface ShortGatewayOptions {
  readonly instances: InstanceTable;
  readonly log: RequestLog;
  readonly ledger: Ledger;
  readonly desks: readonly ServiceDesk[];
  readonly profiles: readonly RequestProfile[];
  readonly listeners: readonly AnswerListener[];
}

/** Up to where requests are served: up to the instant, and at it when the flag says so. */
export interface ServeLimit {
  readonly limitSeconds: number;
  readonly takesArrivals: boolean;
  readonly takesEnds: boolean;
}

/**
 * One request is one record of eight doubles, so that all of it shares a cache line; offsets in the record.
 * `begin` is when it took its slot; NaN while it waits.
 */
const arrival = 0;
const begin = 1;
/** Only of one that waits. */
const io = 2;
/** Twice the number of its (source, service) pair, and 1 more when its answer is an error; -1 while the record is free. */
const kind = 3;
const serviceIndex = 4;
const instanceSlot = 5;
const recordLength = 8;

/**
 * The short way of a request: for open sources whose requests only hold a slot (io), without timeouts, retries,
 * patience or faults. Then a request that begins has one event, its end, which nothing can move.
 *
 * Hot: gives the same bytes as `Gateway` (test/run/loops.test.ts) in 0.4 to 0.6 of its time, because it keeps none of
 * the columns, lists and stale-event checks that other ways need, and its events stand in a wheel instead of a heap.
 */
export class ShortGateway implements RequestGateway {
  readonly #instances: InstanceTable;
  readonly #log: RequestLog;
  readonly #ledger: Ledger;
  readonly #desks: readonly ServiceDesk[];
  readonly #profiles: readonly RequestProfile[];
  readonly #listeners: readonly AnswerListener[];
  readonly #ends = new TimeWheel();
  /** [instanceSlot] requests in the instance's own queue */
  readonly #queues: (SlotRing | undefined)[] = [];
  /** [service] requests in the central queue */
  readonly #lines: readonly SlotRing[];
  /** [group] */
  readonly #errorRates: Float64Array;
  #records = new Float64Array(1024 * recordLength);
  #recordCount = 0;
  readonly #answers: AnswerBlock;
  /** Whether any request takes memory or sends bytes; mostly none does, and then two columns need no look. */
  readonly #hasBytes: boolean;
  readonly #free: SlotRing = new SlotRing();
  nowSeconds = 0;
  /** Nobody needs it; a value that is kept cannot be left unread. */
  lookedAhead = 0;

  constructor(options: ShortGatewayOptions) {
    this.#instances = options.instances;
    this.#log = options.log;
    this.#ledger = options.ledger;
    this.#desks = options.desks;
    this.#profiles = options.profiles;
    this.#listeners = options.listeners;
    this.#hasBytes = options.profiles.some(({ memoryBytes, networkBytes }) => memoryBytes + networkBytes > 0);
    this.#answers = new AnswerBlock(options.profiles.length * options.desks.length);
    this.#lines = options.desks.map(() => new SlotRing());
    this.#errorRates = Float64Array.from(
      options.profiles.flatMap(({ errorRate }) => options.desks.map(() => errorRate)),
    );
  }

  /**
   * Carries out the arrivals of the block from `first` on and all ends before the limit, in their order.
   *
   * @returns the number of the next arrival; the block's length when more may come before the limit
   */
  serve(arrivals: ArrivalBlock, first: number, limit: ServeLimit): number {
    const { limitSeconds, takesArrivals, takesEnds } = limit;
    const { seconds, length } = arrivals;
    const ends = this.#ends;
    for (let next = first; next < length; next++) {
      const arrivesSeconds = seconds[next];
      const isArrival = arrivesSeconds < limitSeconds || (arrivesSeconds === limitSeconds && takesArrivals);
      const until = Math.min(arrivesSeconds, limitSeconds);
      const isInclusive = isArrival || takesEnds;
      while (ends.nextSeconds < until || (isInclusive && ends.nextSeconds === until)) {
        this.nowSeconds = ends.nextSeconds;
        const slot = ends.pop();
        // Asks for the record of the end after this one: it is far away, and here by the time it is needed (249 -> 232 ns a request).
        if (ends.nextSlot >= 0) this.lookedAhead = this.#records[ends.nextSlot * recordLength + instanceSlot];
        this.#complete(slot);
      }
      if (!isArrival) return next;
      this.nowSeconds = arrivesSeconds;
      this.#arrive(arrivals, next);
    }
    return length;
  }

  #arrive({ services, groups, ioSeconds, errorUniforms }: ArrivalBlock, number: number): void {
    const now = this.nowSeconds;
    const service = services[number];
    const desk = this.#desks[service];
    const line = this.#lines[service];
    // Whoever waits in the line came earlier, so a newcomer may only pass it when it is empty.
    const instance = line.count > 0 ? -1 : desk.balancer.pick();
    const group = groups[number];
    const beginsNow = instance >= 0 && this.#instances.inside[instance] < desk.concurrency;
    if (!beginsNow && this.#isFull(instance, desk, line.count)) {
      this.#reject(service, group);
      return;
    }
    const slot = this.#allocate();
    const records = this.#records;
    const record = slot * recordLength;
    records[record + arrival] = now;
    records[record + kind] = group * 2 + (errorUniforms[number] < this.#errorRates[group] ? 1 : 0);
    records[record + serviceIndex] = service;
    if (beginsNow) {
      this.#begin(slot, instance, desk, ioSeconds[number]);
      return;
    }
    records[record + begin] = Number.NaN;
    records[record + io] = ioSeconds[number];
    records[record + instanceSlot] = instance;
    if (instance < 0) line.append(slot);
    else this.#enqueue(slot, instance, desk);
  }

  #complete(slot: number): void {
    const now = this.nowSeconds;
    const records = this.#records;
    const instances = this.#instances;
    const record = slot * recordLength;
    const instance = records[record + instanceSlot];
    const service = records[record + serviceIndex];
    const kindNumber = records[record + kind];
    const group = kindNumber >> 1;
    const desk = this.#desks[service];
    this.#integrate(instance);
    this.#leave(slot, instance, desk);
    instances.answered[instance]++;
    if (this.#hasBytes) instances.networkBytes[instance] += this.#profileOf(group).networkBytes;
    const answers = this.#answers;
    answers.add(service, group, records[record + arrival], records[record + begin], now, kindNumber & 1);
    if (answers.isFull) this.tellAnswers();
    this.#release(slot);
    if (desk.line !== undefined) {
      if (this.#lines[service].count > 0) this.#serveLine(service);
    } else if (instances.queued[instance] > 0) this.#serveQueue(instance, desk);
    if (instances.phase[instance] === phase.draining && instances.inside[instance] === 0) desk.fleet.emptied(instance);
  }

  /** Tells those who count of the answers so far; before anything but requests happens. */
  tellAnswers(): void {
    const answers = this.#answers;
    if (answers.count === 0) return;
    this.#log.answeredAll(answers);
    for (const listener of this.#listeners) listener.answeredAll(answers);
    answers.clear();
  }

  becameReady(instance: number): void {
    const service = this.#instances.service[instance];
    this.#desks[service].balancer.add(instance);
    this.#serveLine(service);
  }

  stoppedTaking(instance: number): void {
    this.#desks[this.#instances.service[instance]].balancer.remove(instance);
  }

  abortAll(instance: number): void {
    const desk = this.#desks[this.#instances.service[instance]];
    const queue = this.#queues[instance];
    this.#integrate(instance);
    for (const slot of this.#insideOf(instance)) {
      this.#ends.remove(slot);
      this.#ledger.left(this.nowSeconds);
      this.#leave(slot, instance, desk);
      this.#abort(slot);
    }
    while (queue !== undefined && queue.count > 0) {
      const slot = queue.shift();
      this.#leftQueue(slot, instance, desk);
      this.#abort(slot);
    }
    desk.fleet.emptied(instance);
  }

  queueDepth(service: number): number {
    let depth = this.#lines[service].count;
    for (const instance of this.#desks[service].fleet.alive()) depth += this.#instances.queued[instance];
    return depth;
  }

  lineLength(service: number): number {
    return this.#lines[service].count;
  }

  close(): void {
    for (let slot = 0; slot < this.#recordCount; slot++) {
      const record = slot * recordLength;
      const records = this.#records;
      if (records[record + kind] < 0) continue;
      const service = records[record + serviceIndex];
      const group = records[record + kind] >> 1;
      const arrivalSeconds = records[record + arrival];
      const beginSeconds = records[record + begin];
      if (Number.isNaN(beginSeconds)) this.#log.queued(service, arrivalSeconds, this.nowSeconds);
      else this.#log.waited(group, arrivalSeconds, beginSeconds - arrivalSeconds);
      this.#log.unfinished(group, service, arrivalSeconds);
    }
  }

  /** Whether the place where the request would have to wait has no room. */
  #isFull(instance: number, { line, lineLimit, instanceQueueLimit }: ServiceDesk, waiting: number): boolean {
    if (line !== undefined) return waiting >= lineLimit;
    return instance < 0 || this.#instances.queued[instance] >= instanceQueueLimit;
  }

  #profileOf(group: number): RequestProfile {
    return this.#profiles[Math.floor(group / this.#desks.length)];
  }

  #reject(service: number, group: number): void {
    for (const listener of this.#listeners) listener.refused(service);
    this.#log.ended(group, service, outcome.rejected, this.nowSeconds, this.nowSeconds);
  }

  #allocate(): number {
    if (this.#free.count > 0) return this.#free.pop();
    if ((this.#recordCount + 1) * recordLength > this.#records.length) this.#records = grown(this.#records);
    return this.#recordCount++;
  }

  #release(slot: number): void {
    this.#records[slot * recordLength + kind] = -1;
    this.#free.append(slot);
  }

  #begin(slot: number, instance: number, desk: ServiceDesk, ioSeconds: number): void {
    const now = this.nowSeconds;
    const records = this.#records;
    const record = slot * recordLength;
    const instances = this.#instances;
    this.#integrate(instance);
    this.#ledger.began(now);
    instances.inside[instance]++;
    if (this.#hasBytes) instances.memoryBytes[instance] += this.#profileOf(records[record + kind] >> 1).memoryBytes;
    desk.balancer.loadRose(instance);
    records[record + instanceSlot] = instance;
    records[record + begin] = now;
    this.#ends.push(slot, now + ioSeconds);
  }

  /** What `ProcessorSharing.touch` does to an instance without a cpu phase. */
  #integrate(instance: number): void {
    const instances = this.#instances;
    const elapsed = this.nowSeconds - instances.touchedSeconds[instance];
    if (elapsed <= 0) return;
    const inside = instances.inside[instance];
    if (inside > 0) {
      instances.slotSeconds[instance] += elapsed * inside;
      instances.servingSeconds[instance] += elapsed;
    }
    instances.touchedSeconds[instance] = this.nowSeconds;
  }

  #serveLine(service: number): void {
    const line = this.#lines[service];
    const desk = this.#desks[service];
    while (line.count > 0) {
      const instance = desk.balancer.pick();
      if (instance < 0) return;
      const slot = line.shift();
      this.#endWait(slot);
      this.#begin(slot, instance, desk, this.#records[slot * recordLength + io]);
    }
  }

  #serveQueue(instance: number, desk: ServiceDesk): void {
    const slot = this.#queues[instance]?.shift() ?? -1;
    this.#leftQueue(slot, instance, desk);
    this.#begin(slot, instance, desk, this.#records[slot * recordLength + io]);
  }

  #enqueue(slot: number, instance: number, desk: ServiceDesk): void {
    let queue = this.#queues[instance];
    if (queue === undefined) {
      queue = new SlotRing();
      this.#queues[instance] = queue;
    }
    queue.append(slot);
    this.#instances.queued[instance]++;
    desk.balancer.loadRose(instance);
  }

  #leftQueue(slot: number, instance: number, desk: ServiceDesk): void {
    this.#instances.queued[instance]--;
    if (this.#instances.phase[instance] === phase.ready) desk.balancer.loadFell(instance);
    this.#endWait(slot);
  }

  #leave(slot: number, instance: number, desk: ServiceDesk): void {
    const instances = this.#instances;
    instances.inside[instance]--;
    if (this.#hasBytes) {
      instances.memoryBytes[instance] -= this.#profileOf(this.#records[slot * recordLength + kind] >> 1).memoryBytes;
    }
    if (instances.phase[instance] === phase.ready) desk.balancer.loadFell(instance);
  }

  #endWait(slot: number): void {
    const record = slot * recordLength;
    const since = this.#records[record + arrival];
    if (this.nowSeconds > since) this.#log.queued(this.#records[record + serviceIndex], since, this.nowSeconds);
  }

  #abort(slot: number): void {
    const record = slot * recordLength;
    const now = this.nowSeconds;
    const service = this.#records[record + serviceIndex];
    const group = this.#records[record + kind] >> 1;
    const arrivalSeconds = this.#records[record + arrival];
    const beginSeconds = this.#records[record + begin];
    for (const listener of this.#listeners) listener.answered(service, now - arrivalSeconds, true);
    this.#log.waited(group, arrivalSeconds, (Number.isNaN(beginSeconds) ? now : beginSeconds) - arrivalSeconds);
    this.#log.ended(group, service, outcome.aborted, arrivalSeconds, now);
    this.#release(slot);
  }

  /** Requests inside an instance, by their begin: found by a scan, for instances that are cut off are rare. */
  #insideOf(instance: number): number[] {
    const records = this.#records;
    const slots: number[] = [];
    for (let slot = 0; slot < this.#recordCount; slot++) {
      const record = slot * recordLength;
      const isInside = records[record + kind] >= 0 && !Number.isNaN(records[record + begin]);
      if (isInside && records[record + instanceSlot] === instance) slots.push(slot);
    }
    return slots.sort((a, b) => records[a * recordLength + begin] - records[b * recordLength + begin]);
  }
}
