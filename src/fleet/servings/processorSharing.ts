import type { Clock } from '../../kernel/clock.js';
import { grown } from '../../kernel/columns.js';
import { EarliestTree } from '../../kernel/earliestTree.js';
import { double, makesCalls, place, type RequestTable, word } from '../../traffic/requestTable.js';
import { type InstanceTable, phase } from '../instanceTable.js';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../processors.js';
import type { Serving, ServingContext, ServingVariant } from '../serving.js';
import { IoPhases } from './ioPhases.js';
import { ShareHeap } from './shareHeap.js';

/** Speeds are looked up below this many running requests and computed above. */
const PACE_TABLE = 512;

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
  nextSeconds = Number.POSITIVE_INFINITY;
  readonly #clock: Clock;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  readonly #processors: readonly Processors[];
  readonly #io: IoPhases;
  readonly #heaps: ShareHeap[] = [];
  readonly #next = new EarliestTree();
  /** [service * PACE_TABLE + running] speed of each running request, and the processors that they use, while nothing else burns */
  readonly #speedTable: Float64Array;
  readonly #busyTable: Float64Array;
  /** [instance] the same at this moment */
  #speeds = new Float64Array(64);
  #busyVcpus = new Float64Array(64);
  readonly #hasSlowStart: boolean;
  /** Whether a check ever took processors: mostly none does. */
  #hasChecks = false;

  constructor(context: ServingContext) {
    this.#clock = context.clock;
    this.#requests = context.requests;
    this.#instances = context.instances;
    this.#processors = context.processors;
    this.#io = new IoPhases(context);
    const { processors } = context;
    this.#speedTable = new Float64Array(processors.length * PACE_TABLE);
    this.#busyTable = new Float64Array(processors.length * PACE_TABLE);
    for (const [service, processor] of processors.entries()) {
      for (let running = 1; running < PACE_TABLE; running++) {
        this.#speedTable[service * PACE_TABLE + running] = speedEach(processor, running, 0);
        this.#busyTable[service * PACE_TABLE + running] = busyVcpus(processor, running, 0);
      }
    }
    this.#hasSlowStart = processors.some(({ slowStart }) => slowStart !== undefined);
    this.hasBackground = processors.some(({ baseVcpus, burst }) => baseVcpus > 0 || burst !== undefined);
  }

  begin(instance: number, row: number): void {
    const requests = this.#requests;
    const instances = this.#instances;
    this.touch(instance);
    instances.inside[instance]++;
    instances.begun[instance]++;
    const cpuSeconds = requests.doubles[(row << 4) | double.cpu];
    if (cpuSeconds > 0) {
      requests.words[(row << 5) | word.place] = place.cpu;
      const heap = this.#heapOf(instance);
      heap.tag[0] =
        instances.virtualSeconds[instance] +
        cpuSeconds * (this.#hasSlowStart ? this.cpuFactor(instance) : instances.slowFactor[instance]);
      heap.push(row);
      instances.running[instance]++;
      this.#plan(instance, heap);
    } else if (!this.#calls(row)) this.#beginIo(instance, row);
  }

  goOn(instance: number, row: number): void {
    this.#beginIo(instance, row);
  }

  hold(row: number): void {
    this.#io.hold(row);
  }

  beginCheck(instance: number, row: number): void {
    const { doubles, words } = this.#requests;
    const instances = this.#instances;
    this.#hasChecks = true;
    this.touch(instance);
    words[(row << 5) | word.place] = place.cpu;
    const heap = this.#heapOf(instance);
    heap.tag[0] = instances.virtualSeconds[instance] + doubles[(row << 4) | double.cpu];
    heap.push(row);
    instances.running[instance]++;
    this.#plan(instance, heap);
  }

  /** At one instant cpu phases end before io phases. */
  finish(): number {
    const row = this.#isCpuNext ? this.#finishCpu() : this.#finishIo();
    if (row >= 0 && !this.#calls(row)) this.#leave(row);
    return row;
  }

  cancel(row: number): void {
    const requests = this.#requests;
    const instances = this.#instances;
    const instance = requests.words[(row << 5) | word.instance];
    this.touch(instance);
    if (requests.placeOf(row) === place.cpu) {
      const heap = this.#heaps[instance];
      heap.remove(row);
      instances.running[instance]--;
      if (heap.count === 0) instances.virtualSeconds[instance] = 0;
      this.#plan(instance, heap);
    } else this.#io.cancel(row);
    this.#findNext();
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
    this.#findNext();
  }

  touch(instance: number): void {
    const instances = this.#instances;
    const clock = this.#clock;
    const now = clock.nowSeconds;
    const elapsed = now - instances.touchedSeconds[instance];
    if (elapsed <= 0) return;
    if (this.hasBackground) this.#burn(instance, elapsed);
    const running = instances.running[instance];
    // A paused instance burns no cpu and makes no progress, but its slots stay taken.
    if (running > 0 && Number.isNaN(instances.pausedSinceSeconds[instance])) {
      instances.virtualSeconds[instance] += elapsed * this.#speeds[instance];
      instances.busyVcpuSeconds[instance] += elapsed * this.#busyVcpus[instance];
    }
    const inside = instances.inside[instance];
    if (inside > 0) {
      instances.slotSeconds[instance] += elapsed * inside;
      instances.servingSeconds[instance] += elapsed;
    }
    instances.touchedSeconds[instance] = now;
  }

  clear(instance: number): void {
    const instances = this.#instances;
    this.#heaps[instance]?.clear();
    instances.running[instance] = 0;
    instances.virtualSeconds[instance] = 0;
    this.#next.clear(instance);
    this.#findNext();
  }

  cpuFactor(instance: number): number {
    const instances = this.#instances;
    const processors = this.#processors;
    const clock = this.#clock;
    const { slowStart } = processors[instances.service[instance]];
    const slowFactor = instances.slowFactor[instance];
    // A startup below 0 marks the instances of the first moment, which are warm.
    if (slowStart === undefined || instances.startupSeconds[instance] < 0) return slowFactor;
    const sinceReady = clock.nowSeconds - instances.warmFromSeconds[instance];
    if (sinceReady >= slowStart.forSeconds) return slowFactor;
    return (slowStart.factor - (slowStart.factor - 1) * (sinceReady / slowStart.forSeconds)) * slowFactor;
  }

  burstOf(service: number): Processors['burst'] {
    return this.#processors[service].burst;
  }

  /** The instance's other requests change their speed. */
  burn(instance: number, burstVcpus: number): void {
    this.touch(instance);
    this.#instances.burstVcpus[instance] = burstVcpus;
    this.#replan(instance);
  }

  get #isCpuNext(): boolean {
    return this.#next.nextSeconds <= this.#io.ends.nextSeconds;
  }

  /** A cpu phase ends. @returns its row, or -1 when the io phase begins */
  #finishCpu(): number {
    const requests = this.#requests;
    const instances = this.#instances;
    const instance = this.#next.nextRow;
    const heap = this.#heaps[instance];
    this.touch(instance);
    // The completion is exact by construction; the sum of steps may be off by a rounding.
    instances.virtualSeconds[instance] = heap.firstTag;
    const row = heap.pop();
    instances.running[instance]--;
    if (heap.count === 0) instances.virtualSeconds[instance] = 0;
    this.#plan(instance, heap);
    if (requests.doubles[(row << 4) | double.io] <= 0 || this.#calls(row)) return row;
    this.#beginIo(instance, row);
    return -1;
  }

  #beginIo(instance: number, row: number): void {
    this.#io.begin(instance, row);
    this.#findNext();
  }

  #finishIo(): number {
    const row = this.#io.finish();
    this.#findNext();
    return row;
  }

  #findNext(): void {
    this.nextSeconds = Math.min(this.#next.nextSeconds, this.#io.ends.nextSeconds);
  }

  /** Whether the request makes calls first; then it waits for their answers. */
  #calls(row: number): boolean {
    const { words } = this.#requests;
    if ((words[(row << 5) | word.flags] & makesCalls) === 0) return false;
    words[(row << 5) | word.place] = place.calling;
    return true;
  }

  #leave(row: number): void {
    const requests = this.#requests;
    if (this.#hasChecks && requests.isCheck(row)) return;
    const instances = this.#instances;
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
    const instances = this.#instances;
    const clock = this.#clock;
    this.#pace(instance);
    const isDue = heap.count > 0 && Number.isNaN(instances.pausedSinceSeconds[instance]);
    if (isDue) {
      const remaining = heap.firstTag - instances.virtualSeconds[instance];
      this.#next.due[0] = clock.nowSeconds + Math.max(0, remaining) / this.#speeds[instance];
      this.#next.set(instance);
    } else this.#next.clear(instance);
    this.#findNext();
  }

  /** What burns beside requests; a paused instance burns nothing. */
  #burn(instance: number, elapsed: number): void {
    const instances = this.#instances;
    const processors = this.#processors;
    if (!Number.isNaN(instances.pausedSinceSeconds[instance])) return;
    const own = processors[instances.service[instance]];
    const vcpus = backgroundVcpus(own, instances.running[instance], instances.burstVcpus[instance]);
    instances.backgroundVcpuSeconds[instance] += elapsed * vcpus;
    if (instances.phase[instance] === phase.starting) instances.startupVcpuSeconds[instance] += elapsed * vcpus;
  }

  /** What runs or burns at the instance has changed: sets how fast its requests go from now on, and what they use. */
  #pace(instance: number): void {
    const instances = this.#instances;
    const processors = this.#processors;
    if (instance >= this.#speeds.length) this.#reserve(instance);
    const service = instances.service[instance];
    const running = instances.running[instance];
    const burst = instances.burstVcpus[instance];
    if (running < PACE_TABLE && burst === 0) {
      this.#speeds[instance] = this.#speedTable[service * PACE_TABLE + running];
      this.#busyVcpus[instance] = this.#busyTable[service * PACE_TABLE + running];
    } else {
      this.#speeds[instance] = running === 0 ? 0 : speedEach(processors[service], running, burst);
      this.#busyVcpus[instance] = running === 0 ? 0 : busyVcpus(processors[service], running, burst);
    }
  }

  #reserve(instance: number): void {
    const length = Math.max(2 * this.#speeds.length, instance + 1);
    this.#speeds = grown(this.#speeds, length);
    this.#busyVcpus = grown(this.#busyVcpus, length);
  }
}

/** Processors that running requests use together. */
function busyVcpus(processors: Processors, running: number, burst: number): number {
  return processors.baseVcpus + burst > 0
    ? running * processorsEach(processors, running, burst)
    : Math.min(running, processors.vcpus);
}
