import { IndexedHeap } from '../kernel/indexedHeap.js';
import { type InstanceTable, phase } from './instanceTable.js';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from './processors.js';
import { ShareHeap } from './shareHeap.js';

/**
 * Processor sharing at every instance, by virtual time.
 *
 * Problem: with n running requests each progresses at speed(n)/n, so every arrival moves every completion.
 * Idea: virtual time V grows at speed(n)/n; a request that begins at V with demand d completes when V = V + d, whatever
 * happens in between. So only the earliest completion of an instance is a real event, and one entry per instance in an
 * indexed heap is all there is to move: O(log n + log instances) per arrival or completion.
 * Invariant: `table.virtualSeconds` and the integrals hold as of `table.touchedSeconds`; `touch` brings them to now.
 */
export class ProcessorSharing {
  readonly #table: InstanceTable;
  readonly #processors: readonly Processors[];
  readonly #heaps: ShareHeap[] = [];
  readonly #next = new IndexedHeap();
  /** [service][running] speed of each running request. */
  readonly #rates: Float64Array[];
  /** Whether anything burns beside requests. */
  readonly #hasBackground: boolean;

  constructor(table: InstanceTable, processors: readonly Processors[]) {
    this.#table = table;
    this.#processors = processors;
    this.#rates = processors.map((processor) =>
      Float64Array.from({ length: RATE_TABLE }, (_, running) => (running === 0 ? 0 : speedEach(processor, running, 0))),
    );
    this.#hasBackground = processors.some(({ baseVcpus, burst }) => baseVcpus > 0 || burst !== undefined);
  }

  /** When the next cpu phase ends, seconds; Infinity when none is running. */
  get nextSeconds(): number {
    return this.#next.nextSeconds;
  }

  /** The instance whose cpu phase ends at `nextSeconds`. */
  get nextInstance(): number {
    return this.#next.nextSlot;
  }

  /** Brings an instance's virtual time and integrals to now. */
  touch(instance: number, nowSeconds: number): void {
    const table = this.#table;
    const elapsed = nowSeconds - table.touchedSeconds[instance];
    if (elapsed <= 0) return;
    if (this.#hasBackground) this.#burn(instance, elapsed);
    const running = table.running[instance];
    // A paused instance burns no cpu and makes no progress, but its slots stay taken.
    if (running > 0 && Number.isNaN(table.pausedSinceSeconds[instance])) {
      const service = table.service[instance];
      const processors = this.#processors[service];
      const burst = table.burstVcpus[instance];
      const busy =
        this.#hasBackground && processors.baseVcpus + burst > 0
          ? running * processorsEach(processors, running, burst)
          : Math.min(running, processors.vcpus);
      table.virtualSeconds[instance] += elapsed * this.#rate(service, running, burst);
      table.busyVcpuSeconds[instance] += elapsed * busy;
    }
    const inside = table.inside[instance];
    if (inside > 0) {
      table.slotSeconds[instance] += elapsed * inside;
      table.servingSeconds[instance] += elapsed;
    }
    table.touchedSeconds[instance] = nowSeconds;
  }

  /** Lets `read` see an instance as of now and leaves it as it was: a touch more would round its sums another way. */
  peek(instance: number, nowSeconds: number, read: () => void): void {
    const { integrals: columns, running, inside } = this.#table;
    // Most instances of a large fleet do nothing, and then only the instant would move, which nobody reads.
    if (!this.#hasBackground && running[instance] === 0 && inside[instance] === 0) {
      read();
      return;
    }
    const before = columns.map((column) => column[instance]);
    this.touch(instance, nowSeconds);
    read();
    for (const [index, column] of columns.entries()) column[instance] = before[index];
  }

  /** A request begins its cpu phase; the instance was touched at now. */
  begin(instance: number, requestSlot: number, cpuSeconds: number, nowSeconds: number): void {
    const table = this.#table;
    let heap = this.#heaps[instance];
    if (heap === undefined) {
      heap = new ShareHeap();
      this.#heaps[instance] = heap;
    }
    heap.push(table.virtualSeconds[instance] + cpuSeconds, requestSlot);
    table.running[instance]++;
    this.#plan(instance, heap, nowSeconds);
  }

  /** Ends the cpu phase that is due at `nextSeconds` on `nextInstance`; returns its request slot. */
  complete(instance: number, nowSeconds: number): number {
    const table = this.#table;
    const heap = this.#heaps[instance];
    this.touch(instance, nowSeconds);
    // The completion is exact by construction; the sum of steps may be off by a rounding.
    table.virtualSeconds[instance] = heap.firstTag;
    const requestSlot = heap.pop();
    table.running[instance]--;
    if (heap.count === 0) table.virtualSeconds[instance] = 0;
    this.#plan(instance, heap, nowSeconds);
    return requestSlot;
  }

  /** A start begins to burn, or ends to; the instance's other requests change their speed. */
  burn(instance: number, burstVcpus: number, nowSeconds: number): void {
    this.touch(instance, nowSeconds);
    this.#table.burstVcpus[instance] = burstVcpus;
    this.replan(instance, nowSeconds);
  }

  /** What a start of a service burns. */
  burstOf(service: number): Processors['burst'] {
    return this.#processors[service].burst;
  }

  /** A pause began or ended; the instance was touched at now. */
  replan(instance: number, nowSeconds: number): void {
    const heap = this.#heaps[instance];
    if (heap !== undefined) this.#plan(instance, heap, nowSeconds);
  }

  /** Forgets every cpu phase of an instance; what was inside is the caller's to abort. */
  clear(instance: number): void {
    this.#heaps[instance]?.clear();
    this.#table.running[instance] = 0;
    this.#table.virtualSeconds[instance] = 0;
    this.#next.set(instance, Number.POSITIVE_INFINITY);
  }

  #plan(instance: number, heap: ShareHeap, nowSeconds: number): void {
    const isPaused = !Number.isNaN(this.#table.pausedSinceSeconds[instance]);
    if (heap.count === 0 || isPaused) {
      this.#next.set(instance, Number.POSITIVE_INFINITY);
      return;
    }
    const remaining = heap.firstTag - this.#table.virtualSeconds[instance];
    const rate = this.#rate(this.#table.service[instance], heap.count, this.#table.burstVcpus[instance]);
    this.#next.set(instance, nowSeconds + Math.max(0, remaining) / rate);
  }

  /** What burns beside requests; a paused instance burns nothing. */
  #burn(instance: number, elapsed: number): void {
    const table = this.#table;
    if (!Number.isNaN(table.pausedSinceSeconds[instance])) return;
    const processors = this.#processors[table.service[instance]];
    const vcpus = backgroundVcpus(processors, table.running[instance], table.burstVcpus[instance]);
    table.backgroundVcpuSeconds[instance] += elapsed * vcpus;
    if (table.phase[instance] === phase.starting) table.startupVcpuSeconds[instance] += elapsed * vcpus;
  }

  #rate(service: number, running: number, burstVcpus: number): number {
    if (running >= RATE_TABLE || burstVcpus > 0) return speedEach(this.#processors[service], running, burstVcpus);
    return this.#rates[service][running];
  }
}

/** Rates are looked up below this many running requests and computed above. */
const RATE_TABLE = 512;
