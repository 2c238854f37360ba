import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { RunEventLine } from '../../../src/record/runEvents.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { caseCounts, sampled } from '../../support/sampled.js';

interface Probed extends Partial<ScenarioInput> {
  readonly instance: object;
  readonly initial?: number;
  readonly max?: number;
  readonly rate?: number;
}

interface Ran {
  readonly result: RunResult;
  readonly events: readonly RunEventLine[];
  /** When such an event happened, of this launch. */
  at(kind: string, launch: number): number[];
}

/** Evenly spaced requests that take 20 ms each. Every instance but the warm ones comes by a crash. */
function ran({ instance, initial = 4, max = 8, rate = 4, ...parts }: Probed, replication = 0): Ran {
  const events: RunEventLine[] = [];
  const scenario = parseScenario({
    name: 'probed',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate, arrivals: 'even' } },
    requests: { work: { route: 'web', io: '20ms' } },
    services: { web: { instance, scaling: { min: 0, initial, max } } },
    ...parts,
  });
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: {},
    replication,
    detail: false,
    onEvent: (event) => events.push(event),
  });
  const at = (kind: string, launch: number) =>
    events.filter((event) => event.kind === kind && event.instance === launch).map(({ time_s }) => time_s);
  return { result, events, at };
}

/** Launch 4 begins at 10 s in the place of the one that crashed. */
const crashed: ScenarioInput['faults'] = [{ kind: 'crash', at: '10s', count: 1 }];
const readyAfter = (probes: object, startup = '20s') =>
  ran({ instance: { startup, probes }, faults: crashed })
    .at('ready', 4)
    .map((seconds) => seconds - 10);

describe('a new instance is ready', () => {
  it.each([
    ['at the first probe that finds it answering', { readiness: { period: '7s' } }, 21],
    ['with an initial delay that is not over when it answers', { readiness: { initialDelay: '24s' } }, 24],
    ['after so many successes', { readiness: { period: '7s', success: 3 } }, 35],
    ['at its first answer, without a readiness probe', { liveness: { period: '7s', failure: 9 } }, 20],
    ['at the success of its startup probe, without one', { startup: { period: '7s', failure: 9 } }, 21],
    [
      'once both have succeeded: the startup probe holds readiness back, which then begins at once',
      { startup: { period: '7s', failure: 9 }, readiness: { period: '10s' } },
      21,
    ],
    [
      'after what is left of the initial delay',
      { startup: { period: '7s', failure: 9 }, readiness: { initialDelay: '25s', period: '10s' } },
      25,
    ],
  ])('%s', (_, probes, seconds) => {
    expect(readyAfter(probes)).toEqual([seconds]);
  });

  for (const { tags, numRuns } of caseCounts(6, 25))
    it('at launch + initialDelay + k x period, the first such moment at or after its answer', { tags }, () => {
      const property = fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (startup, initialDelay, period, success) => {
          const readiness = { initialDelay: `${initialDelay}s`, period: `${period}s`, success };
          const k = Math.max(0, Math.ceil((startup - initialDelay) / period));
          expect(readyAfter({ readiness }, `${startup}s`)).toEqual([initialDelay + (k + success - 1) * period]);
        },
      );
      fc.assert(property, { numRuns });
    });
});

const liveness = { service: 'web', by: 'liveness' } as const;

describe('a process that does not answer in time', () => {
  it('is killed at each failure of a liveness probe that begins too early, with the back-off of restarts', () => {
    const { at, result } = ran({
      instance: { startup: '40s', probes: { liveness: { period: '10s', failure: 3 } } },
      faults: crashed,
    });
    // Probes at 0, 10 and 20 s of each process fail; it begins again at once, then 10, 20, 40 s later.
    expect(at('restarting', 4)).toEqual([30, 50, 80, 120, 180, 280]);
    expect(at('ready', 4)).toEqual([]);
    expect(result.measures.restarts).toBe(6);
    expect(result.restarts).toEqual([{ ...liveness, state: 'starting', count: 6, back_off_s: 160 }]);
  });

  it('lives where a startup probe gives it the time, and is killed where it does not', () => {
    const withFailures = (failure: number) =>
      ran({
        instance: { startup: '40s', probes: { liveness: {}, startup: { period: '5s', failure } } },
        faults: crashed,
      });
    // At 0, 5, ... 40 s: the ninth finds it answering.
    expect(withFailures(9).at('ready', 4)).toEqual([50]);
    expect(withFailures(9).result.measures.restarts).toBe(0);
    expect(withFailures(9).result.restarts).toBeUndefined();
    expect(withFailures(8).result.restarts).toMatchObject([{ by: 'startup', state: 'starting' }]);
    expect(withFailures(8).at('restarting', 4).slice(0, 2)).toEqual([45, 80]);
    expect(withFailures(8).at('ready', 4)).toEqual([]);
  });
});

describe('a process that answers no more', () => {
  const stall = (checks: 'pass' | 'fail'): ScenarioInput['faults'] => [
    { kind: 'slow', at: '60s', for: '60s', count: 1, factor: 1, checks },
  ];

  it('is unready after its failures and ready at its first success, without a restart', () => {
    const { events, result } = ran({
      instance: { probes: { readiness: { period: '4s', failure: 3 } } },
      faults: stall('fail'),
    });
    const [unready] = events.filter(({ kind }) => kind === 'unready');
    const [ready] = events.filter(({ kind, time_s }) => kind === 'ready' && time_s > 0);
    // Three in a row take two periods, and the first comes within one.
    expect(unready.time_s).toBeGreaterThanOrEqual(68);
    expect(unready.time_s).toBeLessThan(72);
    expect(ready.time_s).toBeGreaterThanOrEqual(120);
    expect(ready.time_s).toBeLessThan(124);
    expect(ready.instance).toBe(unready.instance);
    expect(result.measures).toMatchObject({ requests_completed: 1200 });
    const away = ready.time_s - unready.time_s;
    expect(result.measures.instances_mean).toBeCloseTo(4 - away / 300, 9);
  });

  it.each([
    ['a probe that waited for a slot', { period: '1s', timeout: '200ms', failure: 1 }, []],
    ['one that takes cpu', { period: '1s', timeout: '200ms', failure: 1, cpu: '5ms' }, []],
    [
      'one that passes while all slots are taken',
      { period: '1s', timeout: '200ms', failure: 1 },
      [{ kind: 'errors', rate: 0, checks: 'pass', every: '7s', for: '3s' }],
    ],
  ])('holds no more than its slots when it is ready again: %s', (_name, readiness, faults) => {
    const { events, at } = ran({
      duration: '60s',
      rate: 8,
      instance: { concurrency: 1, queue: 20, probes: { readiness } },
      initial: 1,
      max: 1,
      requests: { work: { route: 'web', io: { exponential: { mean: '150ms' } }, cpu: '1ms' } },
      faults: faults as ScenarioInput['faults'],
    });
    expect(at('ready', 0).length).toBeGreaterThan(3);
    let inside = 0;
    for (const { kind } of events) {
      if (kind === 'begin') inside++;
      if (kind === 'served') inside--;
      expect(inside).toBeLessThanOrEqual(1);
    }
  });

  it.each([
    ['until it is ready again', '20s'],
    ['until the run ends', '50s'],
  ])('counts as there for the work that it goes on with, %s', (_name, lasting) => {
    const { result, at } = ran({
      duration: '60s',
      instance: { concurrency: 1, queue: 0, probes: { readiness: { period: '1s', failure: 1 } } },
      initial: 1,
      max: 1,
      requests: { work: { route: 'web', io: '100s' } },
      faults: [{ kind: 'errors', rate: 0, checks: 'fail', at: '20s', for: lasting }],
    });
    expect(at('unready', 0)).toHaveLength(1);
    // One request holds its slot from the first instant to the last.
    expect(result.measures.utilization_mean).toBeCloseTo(1, 9);
    expect(result.measures.instances_mean).toBeLessThan(0.7);
  });

  it('is killed by liveness, and its startup is all that it costs', () => {
    const { events, result } = ran({
      instance: { startup: '15s', probes: { liveness: { initialDelay: '15s', period: '4s' } } },
      faults: [{ kind: 'slow', at: '60s', for: '15s', count: 1, factor: 1, checks: 'fail' }],
    });
    const [killed] = events.filter(({ kind }) => kind === 'restarting');
    const [ready] = events.filter(({ kind, time_s }) => kind === 'ready' && time_s > 0);
    expect(ready.time_s - killed.time_s).toBeCloseTo(15, 9);
    expect(result.measures).toMatchObject({ restarts: 1 });
    expect(result.restarts).toEqual([{ ...liveness, state: 'struck', count: 1, back_off_s: 0 }]);
    expect(result.measures.instances_mean).toBeCloseTo(4 - 15 / 300, 9);
  });

  it.each(['stall', 'pause'] as const)('ends a %s with its restart, which is a new process', (kind) => {
    const fault = kind === 'stall' ? { kind, checks: 'fail' as const } : { kind };
    const { events, result } = ran({
      instance: { startup: '15s', probes: { liveness: { initialDelay: '15s', period: '4s' } } },
      faults: [{ ...fault, at: '60s', for: '200s', count: 1 }],
    });
    const [killed] = events.filter(({ kind }) => kind === 'restarting');
    const [ready] = events.filter(({ kind, time_s }) => kind === 'ready' && time_s > 0);
    expect(ready.time_s - killed.time_s).toBeCloseTo(15, 9);
    expect(result.measures).toMatchObject({ restarts: 1, requests_unfinished: 0 });
    // Nothing waits for the end of the fault: the longest wait is over at the kill.
    expect(result.measures.latency_max_ms).toBeLessThan(15_000);
  });

  it('is killed at work where a full instance keeps the probe waiting', () => {
    const { result } = ran({
      instance: { concurrency: 1, startup: '15s', probes: { liveness: { initialDelay: '15s', period: '4s' } } },
      requests: { work: { route: 'web', io: '4s' } },
    });
    expect(result.restarts).toMatchObject([{ ...liveness, state: 'working' }]);
    expect(result.restarts?.[0].count).toBe(result.measures.restarts);
  });

  it('is not noticed in a gray failure', () => {
    const { events } = ran({ instance: { probes: { readiness: {}, liveness: {} } }, faults: stall('pass') });
    expect(events.filter(({ kind }) => kind === 'unready' || kind === 'restarting')).toEqual([]);
  });
});

describe('a crash that only probes find', () => {
  for (const { tags, part } of sampled(['readiness', 'liveness'], 2))
    it.each(part)('costs the share of the instance until the third failure of %s', { tags }, (kind) => {
      const lost = Array.from({ length: 24 }, (_, run) => {
        const probes = { [kind]: { period: '4s', failure: 3 } };
        const faults: ScenarioInput['faults'] = [{ kind: 'crash', at: '10.001s', count: 1 }];
        const { measures } = ran(
          { instance: { startup: '10m', probes }, faults, duration: '60s', rate: 40 },
          run,
        ).result;
        return measures.requests_to_dead ?? 0;
      });
      for (const count of lost) {
        expect(count).toBeGreaterThanOrEqual(10 * 8 - 1);
        expect(count).toBeLessThanOrEqual(10 * 12 + 1);
      }
      const mean = lost.reduce((sum, count) => sum + count, 0) / lost.length;
      // Uniform over a period: standard error 10 x 4 / sqrt(12 x 24), times 4.
      expect(Math.abs(mean - 100)).toBeLessThan(10);
    });

  it('is announced where only a startup probe is given', () => {
    const { measures } = ran({
      instance: { startup: '10m', probes: { startup: { failure: 99 } } },
      faults: crashed,
    }).result;
    expect(measures.requests_to_dead ?? 0).toBe(0);
  });
});

describe('probes that pass', () => {
  it('change no measure but their count', () => {
    const { requests_to_dead, health_checks, restarts, ...probed } = ran({
      instance: { concurrency: 2, probes: { readiness: { period: '2s' }, liveness: { period: '3s' } } },
    }).result.measures;
    expect([requests_to_dead, restarts]).toEqual([0, 0]);
    // 4 instances, 300 s.
    expect(health_checks).toBe(4 * (150 + 100));
    expect(probed).toEqual(ran({ instance: { concurrency: 2 } }).result.measures);
  });

  it('are counted beside the checks of the gateway', () => {
    const { measures } = ran({
      instance: { probes: { readiness: { period: '2s' } } },
      gateway: { healthCheck: { interval: '3s' } },
    }).result;
    expect(measures.health_checks).toBe(4 * (150 + 100));
  });
});
