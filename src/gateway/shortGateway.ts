import { type InstanceTable, phase } from '../fleet/instanceTable.js';
import { grown } from '../kernel/columns.js';
import { TimeWheel } from '../kernel/timeWheel.js';
import { AnswerBlock } from '../record/answerBlock.js';
import { answerCode, groupOf } from '../record/answerCode.js';
import type { AnswerListener } from '../record/answerListener.js';
import type { ArrivalBlock } from '../record/arrivalBlock.js';
import type { Ledger } from '../record/ledger.js';
import { outcome } from '../record/outcome.js';
import type { RequestLog } from '../record/requestLog.js';
import type { RequestGateway } from './requestGateway.js';
import type { OutReason } from './rotation.js';
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
 * One request is one record of 32 bytes, so that all of it shares a cache line: two doubles, then four whole numbers,
 * which are read as such because each turn of a double into an index costs five instructions. Offsets in the record:
 * doubles in `#instants`, whole numbers in `#numbers`.
 */
const arrival = 0;
/** When it took its slot; while it waits, its io seconds. */
const begin = 1;
const instantShift = 2;
/** Its `answerCode`; of a free record, the next free one. */
const code = 4;
const serviceIndex = 5;
const instanceSlot = 6;
const state = 7;
const numberShift = 3;

/** What `state` says. */
const isFree = 0;
const isWaiting = 1;
const isInside = 2;

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
  #instants = new Float64Array(1024 << instantShift);
  /** The same memory as whole numbers. */
  #numbers = new Int32Array(this.#instants.buffer);
  #recordCount = 0;
  /** First of the free records; -1 when there is none. */
  #firstFree = -1;
  readonly #answers: AnswerBlock;
  /** Whether any request takes memory or sends bytes; mostly none does, and then two columns need no look. */
  readonly #hasBytes: boolean;
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
    this.#answers = new AnswerBlock({ sourceCount: options.profiles.length, serviceCount: options.desks.length });
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
        if (ends.nextSlot >= 0) this.lookedAhead = this.#numbers[(ends.nextSlot << numberShift) | instanceSlot];
        this.#complete(slot);
      }
      if (!isArrival) return next;
      this.nowSeconds = arrivesSeconds;
      this.#arrive(arrivals, next);
    }
    return length;
  }

  #arrive({ services, groups, ioSeconds, errorUniforms }: ArrivalBlock, index: number): void {
    const now = this.nowSeconds;
    const service = services[index];
    const desk = this.#desks[service];
    const line = this.#lines[service];
    // Whoever waits in the line came earlier, so a newcomer may only pass it when it is empty.
    const instance = line.count > 0 ? -1 : desk.rotation.pick(-1);
    const group = groups[index];
    const beginsNow = instance >= 0 && this.#instances.inside[instance] < desk.concurrency;
    if (!beginsNow && this.#isFull(instance, desk, line.count)) {
      this.#reject(service, group);
      return;
    }
    const slot = this.#allocate();
    const numbers = this.#numbers;
    const number = slot << numberShift;
    this.#instants[(slot << instantShift) | arrival] = now;
    numbers[number | code] = answerCode(group, errorUniforms[index] < this.#errorRates[group]);
    numbers[number | serviceIndex] = service;
    if (beginsNow) {
      this.#begin(slot, instance, desk, ioSeconds[index]);
      return;
    }
    numbers[number | state] = isWaiting;
    numbers[number | instanceSlot] = instance;
    this.#instants[(slot << instantShift) | begin] = ioSeconds[index];
    if (instance < 0) line.append(slot);
    else this.#enqueue(slot, instance, desk);
  }

  #complete(slot: number): void {
    const now = this.nowSeconds;
    const instances = this.#instances;
    const numbers = this.#numbers;
    const number = slot << numberShift;
    const instance = numbers[number | instanceSlot];
    const service = numbers[number | serviceIndex];
    const answer = numbers[number | code];
    const desk = this.#desks[service];
    this.#integrate(instance);
    this.#leave(slot, instance, desk);
    instances.answered[instance]++;
    if (this.#hasBytes) instances.networkBytes[instance] += this.#profileOf(groupOf(answer)).networkBytes;
    const answers = this.#answers;
    const instant = slot << instantShift;
    answers.add(answer, this.#instants[instant | arrival], this.#instants[instant | begin], now);
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
    answers.close();
    this.#log.answeredAll(answers);
    for (const listener of this.#listeners) listener.answeredAll(answers);
    answers.clear();
  }

  becameReady(instance: number): void {
    const service = this.#instances.service[instance];
    this.#desks[service].rotation.ready(instance);
    this.#serveLine(service);
  }

  stoppedTaking(instance: number): void {
    this.#desks[this.#instances.service[instance]].rotation.stopped(instance);
  }

  takeOut(instance: number, reason: OutReason): void {
    this.#desks[this.#instances.service[instance]].rotation.takeOut(instance, reason);
  }

  putBack(instance: number, reason: OutReason): void {
    const service = this.#instances.service[instance];
    this.#desks[service].rotation.putBack(instance, reason);
    this.#serveLine(service);
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
      const number = slot << numberShift;
      const whereabouts = this.#numbers[number | state];
      if (whereabouts === isFree) continue;
      const service = this.#numbers[number | serviceIndex];
      const group = groupOf(this.#numbers[number | code]);
      const arrivalSeconds = this.#instants[(slot << instantShift) | arrival];
      if (whereabouts === isWaiting) this.#log.queued(service, arrivalSeconds, this.nowSeconds);
      else this.#log.waited(group, arrivalSeconds, this.#instants[(slot << instantShift) | begin] - arrivalSeconds);
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
    const slot = this.#firstFree;
    if (slot >= 0) {
      this.#firstFree = this.#numbers[(slot << numberShift) | code];
      return slot;
    }
    if (this.#recordCount << instantShift === this.#instants.length) {
      this.#instants = grown(this.#instants);
      this.#numbers = new Int32Array(this.#instants.buffer);
    }
    return this.#recordCount++;
  }

  #release(slot: number): void {
    const number = slot << numberShift;
    this.#numbers[number | state] = isFree;
    this.#numbers[number | code] = this.#firstFree;
    this.#firstFree = slot;
  }

  #begin(slot: number, instance: number, desk: ServiceDesk, ioSeconds: number): void {
    const now = this.nowSeconds;
    const numbers = this.#numbers;
    const number = slot << numberShift;
    const instances = this.#instances;
    this.#integrate(instance);
    this.#ledger.began(now);
    instances.inside[instance]++;
    if (this.#hasBytes) instances.memoryBytes[instance] += this.#profileOf(groupOf(numbers[number | code])).memoryBytes;
    desk.rotation.began(instance);
    numbers[number | instanceSlot] = instance;
    numbers[number | state] = isInside;
    this.#instants[(slot << instantShift) | begin] = now;
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

  /** Of one that waits. */
  #ioOf(slot: number): number {
    return this.#instants[(slot << instantShift) | begin];
  }

  #serveLine(service: number): void {
    const line = this.#lines[service];
    const desk = this.#desks[service];
    while (line.count > 0) {
      const instance = desk.rotation.pick(-1);
      if (instance < 0) return;
      const slot = line.shift();
      this.#endWait(slot);
      this.#begin(slot, instance, desk, this.#ioOf(slot));
    }
  }

  #serveQueue(instance: number, desk: ServiceDesk): void {
    const slot = this.#queues[instance]?.shift() ?? -1;
    this.#leftQueue(slot, instance, desk);
    this.#begin(slot, instance, desk, this.#ioOf(slot));
  }

  #enqueue(slot: number, instance: number, desk: ServiceDesk): void {
    this.#queues[instance] ??= new SlotRing();
    this.#queues[instance]?.append(slot);
    this.#instances.queued[instance]++;
    desk.rotation.began(instance);
  }

  #leftQueue(slot: number, instance: number, desk: ServiceDesk): void {
    this.#instances.queued[instance]--;
    desk.rotation.ended(instance);
    this.#endWait(slot);
  }

  #leave(slot: number, instance: number, desk: ServiceDesk): void {
    const instances = this.#instances;
    instances.inside[instance]--;
    if (this.#hasBytes) {
      instances.memoryBytes[instance] -= this.#profileOf(
        groupOf(this.#numbers[(slot << numberShift) | code]),
      ).memoryBytes;
    }
    desk.rotation.ended(instance);
  }

  #endWait(slot: number): void {
    const since = this.#instants[(slot << instantShift) | arrival];
    if (this.nowSeconds <= since) return;
    this.#log.queued(this.#numbers[(slot << numberShift) | serviceIndex], since, this.nowSeconds);
  }

  #abort(slot: number): void {
    const now = this.nowSeconds;
    const number = slot << numberShift;
    const service = this.#numbers[number | serviceIndex];
    const group = groupOf(this.#numbers[number | code]);
    const arrivalSeconds = this.#instants[(slot << instantShift) | arrival];
    const isHeld = this.#numbers[number | state] === isInside;
    const waitEndSeconds = isHeld ? this.#instants[(slot << instantShift) | begin] : now;
    for (const listener of this.#listeners) listener.answered(service, now - arrivalSeconds, true);
    this.#log.waited(group, arrivalSeconds, waitEndSeconds - arrivalSeconds);
    this.#log.ended(group, service, outcome.aborted, arrivalSeconds, now);
    this.#release(slot);
  }

  /** Requests inside an instance, by their begin: found by a scan, for instances that are cut off are rare. */
  #insideOf(instance: number): number[] {
    const numbers = this.#numbers;
    const slots: number[] = [];
    for (let slot = 0; slot < this.#recordCount; slot++) {
      const number = slot << numberShift;
      if (numbers[number | state] === isInside && numbers[number | instanceSlot] === instance) slots.push(slot);
    }
    const beginOf = (slot: number) => this.#instants[(slot << instantShift) | begin];
    return slots.sort((a, b) => beginOf(a) - beginOf(b));
  }
}
