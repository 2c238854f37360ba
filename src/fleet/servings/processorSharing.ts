import { IndexedHeap } from '../../kernel/indexedHeap.js';
import { double, place, word } from '../../traffic/requestTable.js';
import { phase } from '../instanceTable.js';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../processors.js';
import type { Serving, ServingContext, ServingVariant } from '../serving.js';
import { IoPhases } from './ioPhases.js';
import { ShareHeap } from './shareHeap.js';

/** Rates are looked up below this many running requests and computed above. */
const RATE_TABLE = 512;

export const processorSharing: ServingVariant = {
  name: 'processor-sharing',
  summary: 'Requests share the processors of their instance, then hold their slot for their io time',
  fits: () => true,
  build: (context) => new ProcessorSharing(context),
};

/**
 * Processor sharing at every instance, by virtual time.
 *
 * Problem: with n running requests each progresses at speed(n)/n, so every arrival moves every completion.
 * Idea: virtual time V grows at speed(n)/n; a request that begins at V with demand d completes when V = V + d, whatever
 * happens in between. So only the earliest completion of an instance is a real event, and one entry per instance in an
 * indexed heap is all there is to move: O(log n + log instances) per arrival or completion.
 * Invariant: `virtualSeconds` and the integrals hold as of `touchedSeconds`; `touch` brings them to now.
 */
class ProcessorSharing implements Serving {
  readonly hasBackground: boolean;
  readonly #context: ServingContext;
  readonly #io: IoPhases;
  readonly #heaps: ShareHeap[] = [];
  readonly #next = new IndexedHeap();
  /** [service * RATE_TABLE + running] speed of each running request. */
  readonly #rates: Float64Array;
  /** [service] */
  readonly #vcpus: Float64Array;

  constructor(context: ServingContext) {
    this.#context = context;
    this.#io = new IoPhases(context);
    const { processors } = context;
    this.#vcpus = Float64Array.from(processors, ({ vcpus }) => vcpus);
    this.#rates = new Float64Array(processors.length * RATE_TABLE);
    for (const [service, processor] of processors.entries()) {
      for (let running = 1; running < RATE_TABLE; running++)
        this.#rates[service * RATE_TABLE + running] = speedEach(processor, running, 0);
    }
    this.hasBackground = processors.some(({ baseVcpus, burst }) => baseVcpus > 0 || burst !== undefined);
  }

  get nextSeconds(): number {
    return Math.min(this.#next.nextSeconds, this.#io.nextSeconds);
  }

  get nextInstance(): number {
    return this.#isCpuNext ? this.#next.nextSlot : this.#io.nextInstance;
  }

  begin(instance: number, row: number): void {
    const { requests, instances } = this.#context;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    const cpuSeconds = requests.doubles[(row << 4) | double.cpu];
    if (cpuSeconds > 0) {
      requests.words[(row << 5) | word.place] = place.cpu;
      const heap = this.#heapOf(instance);
      heap.push(instances.virtualSeconds[instance] + cpuSeconds * this.cpuFactor(instance), row);
      instances.running[instance]++;
      this.#plan(instance, heap);
    } else this.#io.begin(instance, row);
  }

  /** At one instant cpu phases end before io phases. */
  finish(): number {
    const row = this.#isCpuNext ? this.#finishCpu() : this.#io.finish();
    if (row >= 0) this.#leave(row);
    return row;
  }

  cancel(row: number): void {
    const { requests, instances } = this.#context;
    const instance = requests.words[(row << 5) | word.instance];
    this.touch(instance);
    if (requests.placeOf(row) === place.cpu) {
      const heap = this.#heaps[instance];
      heap.remove(row);
      instances.running[instance]--;
      if (heap.count === 0) instances.virtualSeconds[instance] = 0;
      this.#plan(instance, heap);
    } else this.#io.cancel(row);
    this.#leave(row);
  }

  pause(instance: number): void {
    this.touch(instance);
    this.#io.pause(instance);
    this.#replan(instance);
  }

  resume(instance: number): void {
    this.touch(instance);
    this.#io.resume(instance);
    this.#replan(instance);
  }

  touch(instance: number): void {
    const { instances, clock } = this.#context;
    const now = clock.nowSeconds;
    const elapsed = now - instances.touchedSeconds[instance];
    if (elapsed <= 0) return;
    if (this.hasBackground) this.#burn(instance, elapsed);
    const running = instances.running[instance];
    // A paused instance burns no cpu and makes no progress, but its slots stay taken.
    if (running > 0 && Number.isNaN(instances.pausedSinceSeconds[instance])) {
      instances.virtualSeconds[instance] += elapsed * this.#rate(instance, running);
      instances.busyVcpuSeconds[instance] += elapsed * this.#busyVcpus(instance, running);
    }
    const inside = instances.inside[instance];
    if (inside > 0) {
      instances.slotSeconds[instance] += elapsed * inside;
      instances.servingSeconds[instance] += elapsed;
    }
    instances.touchedSeconds[instance] = now;
  }

  clear(instance: number): void {
    const { instances } = this.#context;
    this.#heaps[instance]?.clear();
    instances.running[instance] = 0;
    instances.virtualSeconds[instance] = 0;
    this.#next.set(instance, Number.POSITIVE_INFINITY);
  }

  cpuFactor(instance: number): number {
    const { instances, processors, clock } = this.#context;
    const { slowStart } = processors[instances.service[instance]];
    const slowFactor = instances.slowFactor[instance];
    // A startup below 0 marks the instances of the first moment, which are warm.
    if (slowStart === undefined || instances.startupSeconds[instance] < 0) return slowFactor;
    const sinceReady = clock.nowSeconds - instances.readySeconds[instance];
    if (sinceReady >= slowStart.forSeconds) return slowFactor;
    return (slowStart.factor - (slowStart.factor - 1) * (sinceReady / slowStart.forSeconds)) * slowFactor;
  }

  burstOf(service: number): Processors['burst'] {
    return this.#context.processors[service].burst;
  }

  /** The instance's other requests change their speed. */
  burn(instance: number, burstVcpus: number): void {
    this.touch(instance);
    this.#context.instances.burstVcpus[instance] = burstVcpus;
    this.#replan(instance);
  }

  get #isCpuNext(): boolean {
    return this.#next.nextSeconds <= this.#io.nextSeconds;
  }

  /** A cpu phase ends. @returns its row, or -1 when the io phase begins */
  #finishCpu(): number {
    const { requests, instances } = this.#context;
    const instance = this.#next.nextSlot;
    const heap = this.#heaps[instance];
    this.touch(instance);
    // The completion is exact by construction; the sum of steps may be off by a rounding.
    instances.virtualSeconds[instance] = heap.firstTag;
    const row = heap.pop();
    instances.running[instance]--;
    if (heap.count === 0) instances.virtualSeconds[instance] = 0;
    this.#plan(instance, heap);
    if (requests.doubles[(row << 4) | double.io] <= 0) return row;
    this.#io.begin(instance, row);
    return -1;
  }

  #leave(row: number): void {
    const { requests, instances } = this.#context;
    const instance = requests.words[(row << 5) | word.instance];
    this.touch(instance);
    instances.inside[instance]--;
  }

  #heapOf(instance: number): ShareHeap {
    let heap = this.#heaps[instance];
    if (heap === undefined) {
      heap = new ShareHeap();
      this.#heaps[instance] = heap;
    }
    return heap;
  }

  /** The instance was touched at now. */
  #replan(instance: number): void {
    const heap = this.#heaps[instance];
    if (heap !== undefined) this.#plan(instance, heap);
  }

  #plan(instance: number, heap: ShareHeap): void {
    const { instances, clock } = this.#context;
    if (heap.count === 0 || !Number.isNaN(instances.pausedSinceSeconds[instance])) {
      this.#next.set(instance, Number.POSITIVE_INFINITY);
      return;
    }
    const remaining = heap.firstTag - instances.virtualSeconds[instance];
    this.#next.set(instance, clock.nowSeconds + Math.max(0, remaining) / this.#rate(instance, heap.count));
  }

  /** What burns beside requests; a paused instance burns nothing. */
  #burn(instance: number, elapsed: number): void {
    const { instances, processors } = this.#context;
    if (!Number.isNaN(instances.pausedSinceSeconds[instance])) return;
    const own = processors[instances.service[instance]];
    const vcpus = backgroundVcpus(own, instances.running[instance], instances.burstVcpus[instance]);
    instances.backgroundVcpuSeconds[instance] += elapsed * vcpus;
    if (instances.phase[instance] === phase.starting) instances.startupVcpuSeconds[instance] += elapsed * vcpus;
  }

  #busyVcpus(instance: number, running: number): number {
    const { instances, processors } = this.#context;
    const service = instances.service[instance];
    if (this.hasBackground) {
      const own = processors[service];
      const burst = instances.burstVcpus[instance];
      if (own.baseVcpus + burst > 0) return running * processorsEach(own, running, burst);
    }
    return Math.min(running, this.#vcpus[service]);
  }

  #rate(instance: number, running: number): number {
    const { instances, processors } = this.#context;
    const service = instances.service[instance];
    const burst = instances.burstVcpus[instance];
    if (running >= RATE_TABLE || burst > 0) return speedEach(processors[service], running, burst);
    return this.#rates[service * RATE_TABLE + running];
  }
}
