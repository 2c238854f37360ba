import type { Clock } from '../../kernel/clock.js';
import { EarliestTree } from '../../kernel/earliestTree.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import { makesCalls } from '../../traffic/requestFlag.js';
import type { RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import type { InstanceTable } from '../instanceTable.js';
import * as phase from '../phase.js';
import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../processors.js';
import type { Serving, ServingContext, ServingVariant } from '../serving.js';
import * as work from '../work.js';
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
 * Invariant: the cells of `work` hold as of `touchedSeconds`; `touch` brings them to now.
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
  readonly #hasSlowStart: boolean;
  /** Whether any instance ever paused, or a check ever took processors: mostly none does. */
  #hasPaused = false;
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
      const cells = instances.work;
      const at = instance << 3;
      heap.tag[0] =
        cells[at | work.virtualSeconds] +
        cpuSeconds * (this.#hasSlowStart ? this.cpuFactor(instance) : cells[at | work.slowFactor]);
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
    heap.tag[0] = instances.work[(instance << 3) | work.virtualSeconds] + doubles[(row << 4) | double.cpu];
    heap.push(row);
    instances.running[instance]++;
    this.#plan(instance, heap);
  }

  /** At one instant cpu phases end before io phases. */
  finish(): number {
    const row = this.#isCpuNext() ? this.#finishCpu() : this.#finishIo();
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
      if (heap.count === 0) instances.work[(instance << 3) | work.virtualSeconds] = 0;
      this.#plan(instance, heap);
    } else this.#io.cancel(row);
    this.#findNext();
    this.#leave(row);
  }

  pause(instance: number): void {
    this.#hasPaused = true;
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
    const cells = instances.work;
    const at = instance << 3;
    const now = clock.nowSeconds;
    const elapsed = now - cells[at | work.touchedSeconds];
    if (elapsed <= 0) return;
    if (this.hasBackground) this.#burn(instance, elapsed);
    cells[at | work.virtualSeconds] += elapsed * cells[at | work.speed];
    cells[at | work.busyVcpuSeconds] += elapsed * cells[at | work.busyVcpus];
    const inside = instances.inside[instance];
    if (inside > 0) {
      cells[at | work.slotSeconds] += elapsed * inside;
      cells[at | work.servingSeconds] += elapsed;
    }
    cells[at | work.touchedSeconds] = now;
  }

  clear(instance: number): void {
    const instances = this.#instances;
    this.#heaps[instance]?.clear();
    instances.running[instance] = 0;
    instances.work[(instance << 3) | work.virtualSeconds] = 0;
    this.#pace(instance);
    this.#next.clear(instance);
    this.#findNext();
  }

  cpuFactor(instance: number): number {
    const instances = this.#instances;
    const processors = this.#processors;
    const clock = this.#clock;
    const { slowStart } = processors[instances.service[instance]];
    const slowFactor = instances.work[(instance << 3) | work.slowFactor];
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

  #isCpuNext(): boolean {
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
    instances.work[(instance << 3) | work.virtualSeconds] = heap.firstTag;
    const row = heap.pop();
    instances.running[instance]--;
    if (heap.count === 0) instances.work[(instance << 3) | work.virtualSeconds] = 0;
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
    const clock = this.#clock;
    const cells = this.#instances.work;
    const at = instance << 3;
    this.#pace(instance);
    const speed = cells[at | work.speed];
    if (speed > 0) {
      const remaining = heap.firstTag - cells[at | work.virtualSeconds];
      this.#next.due[0] = clock.nowSeconds + Math.max(0, remaining) / speed;
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

  /** What runs or burns at the instance, or whether it is paused, has changed: sets how fast its requests go from now on, and what they use. */
  #pace(instance: number): void {
    const instances = this.#instances;
    const cells = instances.work;
    const at = instance << 3;
    const service = instances.service[instance];
    const running = instances.running[instance];
    const burst = instances.burstVcpus[instance];
    const isPaused = this.#hasPaused && !Number.isNaN(instances.pausedSinceSeconds[instance]);
    if (running < PACE_TABLE && burst === 0 && !isPaused) {
      cells[at | work.speed] = this.#speedTable[service * PACE_TABLE + running];
      cells[at | work.busyVcpus] = this.#busyTable[service * PACE_TABLE + running];
      return;
    }
    const processors = this.#processors[service];
    const isIdle = running === 0 || isPaused;
    cells[at | work.speed] = isIdle ? 0 : speedEach(processors, running, burst);
    cells[at | work.busyVcpus] = isIdle ? 0 : busyVcpus(processors, running, burst);
  }
}

/** Processors that running requests use together. */
function busyVcpus(processors: Processors, running: number, burst: number): number {
  return processors.baseVcpus + burst > 0
    ? running * processorsEach(processors, running, burst)
    : Math.min(running, processors.vcpus);
}
