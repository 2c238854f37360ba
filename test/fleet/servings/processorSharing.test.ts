import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstanceTable } from '../../../src/fleet/instanceTable.js';
import * as phase from '../../../src/fleet/phase.js';
import type { Processors } from '../../../src/fleet/processors.js';
import type { ServingVariant } from '../../../src/fleet/serving.js';
import { processorSharing } from '../../../src/fleet/servings/processorSharing.js';
import { slots } from '../../../src/fleet/servings/slots.js';
import * as work from '../../../src/fleet/work.js';
import * as double from '../../../src/traffic/double.js';
import * as place from '../../../src/traffic/place.js';
import { isCheck, makesCalls } from '../../../src/traffic/requestFlag.js';
import { RequestTable } from '../../../src/traffic/requestTable.js';
import * as word from '../../../src/traffic/word.js';
import { NaiveSharing } from './naiveSharing.js';

const plain = { vcpus: 2, baseVcpus: 0, speed: undefined, burst: undefined, slowStart: undefined };
const bent = { ...plain, speed: { at: (running: number) => 2 * (1 - 0.7 ** running) } };
const slowStart = { forSeconds: 20, factor: 3 };
const loaded = { ...plain, vcpus: 1.5, baseVcpus: 0.25, burst: { vcpus: 1, seconds: 5 }, slowStart };

/** What each instance of a stage is: its processors, and whether it was there from the start. */
interface Host {
  readonly processors: Processors;
  readonly isWarm: boolean;
  readonly isStarting: boolean;
}

const hosts: readonly Host[] = [
  { processors: plain, isWarm: true, isStarting: false },
  { processors: bent, isWarm: false, isStarting: false },
  { processors: loaded, isWarm: false, isStarting: false },
  { processors: loaded, isWarm: true, isStarting: true },
];

const kinds = ['begin', 'begin', 'begin', 'begin', 'check', 'cancel', 'pause', 'resume', 'burn', 'slow'] as const;
// No sum of these is a sum of gaps, so that a rounding never decides what came first.
const length = fc.oneof(
  fc.constantFrom(0, Math.SQRT1_2),
  fc.integer({ min: 1, max: 4000 }).map((one) => one * Math.SQRT2 * 1e-3),
);
const step = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(11),
  gapSeconds: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 3000 }).map((one) => one * 1e-3),
  ),
  cpu: length,
  io: length,
  makesCalls: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A serving beside the naive one; what was done when, as each says. */
class Both {
  readonly clock = { nowSeconds: 0 };
  readonly requests = new RequestTable();
  readonly instances = new InstanceTable();
  readonly naive = hosts.map(({ processors, isStarting }) => new NaiveSharing(processors, isStarting));
  readonly serving: ReturnType<ServingVariant['build']>;
  readonly #ends = hosts.map(() => new Map<number, number>());

  constructor({ build }: ServingVariant) {
    const { clock, requests, instances } = this;
    this.serving = build({
      ...{ clock, requests, instances, groups: [], prefixCounts: [], priorities: { of: () => 0 } },
      processors: hosts.map(({ processors }) => processors),
      models: hosts.map(() => undefined),
    });
    for (const [service, { isWarm, isStarting }] of hosts.entries()) {
      const instance = instances.allocate(service, 0);
      instances.phase[instance] = isStarting ? phase.starting : phase.ready;
      instances.startupSeconds[instance] = isWarm ? -1 : 5;
      instances.warmFromSeconds[instance] = 0;
    }
  }

  runTo(seconds: number): void {
    for (const one of this.naive) one.runTo(seconds);
    while (this.serving.nextSeconds <= seconds) {
      this.clock.nowSeconds = this.serving.nextSeconds;
      const row = this.serving.finish();
      if (row < 0) continue;
      const { words } = this.requests;
      const instance = words[(row << 5) | word.instance];
      if (this.requests.placeOf(row) === place.calling) this.#callsAnswered(instance, row);
      else this.#ends[instance].set(row, this.clock.nowSeconds);
    }
    this.clock.nowSeconds = seconds;
  }

  take({ kind, which, cpu, io, ...rest }: Step, usesCpu: boolean): void {
    const instance = which % hosts.length;
    const naive = this.naive[instance];
    const { serving, instances } = this;
    if (kind === 'begin') this.#begin(instance, { cpu: usesCpu ? cpu : 0, io, ...rest });
    else if (kind === 'check' && usesCpu && cpu > 0) this.#beginCheck(instance, cpu);
    else if (kind === 'cancel' && naive.inside.length > 0) {
      const { row } = naive.inside[which % naive.inside.length];
      naive.cancel(row);
      serving.cancel(row);
      this.requests.words[(row << 5) | word.place] = place.free;
    } else if (kind === 'pause' && !naive.isPaused) {
      naive.isPaused = true;
      serving.pause(instance);
    } else if (kind === 'resume' && naive.isPaused) {
      naive.isPaused = false;
      serving.resume(instance);
    } else if (kind === 'burn' && usesCpu) {
      naive.burstVcpus = which / 4;
      serving.burn(instance, which / 4);
    } else if (kind === 'slow') {
      naive.slowFactor = 1 + (which % 3);
      instances.work[(instance << 3) | work.slowFactor] = naive.slowFactor;
    }
  }

  /** Every instance as the naive one has it. */
  check(usesCpu: boolean): void {
    for (const [instance, naive] of this.naive.entries()) {
      const { ends, inside, busyVcpuSeconds, slotSeconds, servingSeconds, ...sums } = naive;
      expect([...this.#ends[instance].keys()].sort((a, b) => a - b)).toEqual([...ends.keys()].sort((a, b) => a - b));
      for (const [row, seconds] of this.#ends[instance]) expect(seconds).toBeCloseTo(ends.get(row) ?? -1, 8);
      const { instances } = this;
      this.serving.touch(instance);
      const cell = (column: number) => instances.work[(instance << 3) | column];
      expect(instances.inside[instance]).toBe(inside.filter((one) => !one.isCheck).length);
      expect(cell(work.slotSeconds)).toBeCloseTo(slotSeconds, 7);
      expect(cell(work.servingSeconds)).toBeCloseTo(servingSeconds, 7);
      if (!usesCpu) continue;
      expect(instances.running[instance]).toBe(inside.filter((one) => !one.isInIo).length);
      expect(cell(work.busyVcpuSeconds)).toBeCloseTo(busyVcpuSeconds, 7);
      expect(instances.backgroundVcpuSeconds[instance]).toBeCloseTo(sums.backgroundVcpuSeconds, 7);
      expect(instances.startupVcpuSeconds[instance]).toBeCloseTo(sums.startupVcpuSeconds, 7);
    }
  }

  #row(instance: number, { cpu, io, flags }: { cpu: number; io: number; flags: number }): number {
    const row = this.requests.allocate();
    const { words, doubles } = this.requests;
    words[(row << 5) | word.instance] = instance;
    words[(row << 5) | word.flags] = flags;
    words[(row << 5) | word.beginNumber] = row;
    doubles[(row << 4) | double.cpu] = cpu;
    doubles[(row << 4) | double.io] = io;
    return row;
  }

  #begin(instance: number, { cpu, io, ...rest }: Pick<Step, 'cpu' | 'io' | 'makesCalls'>): void {
    const row = this.#row(instance, { cpu, io, flags: rest.makesCalls ? makesCalls : 0 });
    const { processors, isWarm } = hosts[instance];
    const seconds = this.clock.nowSeconds;
    const isSlow = processors.slowStart !== undefined && !isWarm && seconds < slowStart.forSeconds;
    const cpuFactor = isSlow ? 1 + (slowStart.factor - 1) * (1 - seconds / slowStart.forSeconds) : 1;
    this.naive[instance].begin(row, { cpu, io, cpuFactor, isCheck: false });
    this.serving.begin(instance, row);
    if (this.requests.placeOf(row) === place.calling) this.#callsAnswered(instance, row);
  }

  #beginCheck(instance: number, cpu: number): void {
    const row = this.#row(instance, { cpu, io: 0, flags: isCheck });
    this.naive[instance].begin(row, { cpu, io: 0, cpuFactor: 1, isCheck: true });
    this.serving.beginCheck(instance, row);
  }

  /** The calls of a request are answered at once. */
  #callsAnswered(instance: number, row: number): void {
    this.requests.words[(row << 5) | word.flags] &= ~makesCalls;
    this.serving.goOn(instance, row);
  }
}

describe.each([
  [processorSharing.name, processorSharing, true],
  [slots.name, slots, false],
] as const)('%s', (_name, variant, usesCpu) => {
  it('ends each request when the naive server does, and adds up the same time of slots and processors', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const both = new Both(variant);
        for (const one of steps) {
          both.runTo(both.clock.nowSeconds + one.gapSeconds);
          both.take(one, usesCpu);
        }
        both.runTo(both.clock.nowSeconds);
        both.check(usesCpu);
        for (const instance of hosts.keys()) both.take({ ...steps[0], kind: 'resume', which: instance }, usesCpu);
        both.runTo(both.clock.nowSeconds + 2000);
        both.check(usesCpu);
        expect(both.serving.nextSeconds).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 60 },
    );
  });
});
