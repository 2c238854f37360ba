import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { RunEventLine } from '../../src/record/runEvents.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

interface Leaking extends Partial<ScenarioInput> {
  readonly instance: object;
  readonly count?: number;
}

function scenarioOf({ instance, count = 1, ...parts }: Leaking): ScenarioInput {
  return {
    name: 'leak',
    duration: '1h',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
    requests: { work: { route: 'web', io: '20ms' } },
    services: { web: { instance, scaling: { min: 1, initial: count, max: 10 } } },
    ...parts,
  };
}

/** A run with the instants of its restarts. */
function ran(settings: Leaking): { readonly result: RunResult; readonly kills: readonly number[] } {
  const kills: number[] = [];
  const onEvent = (event: RunEventLine) => {
    if (event.kind === 'restarting') kills.push(event.time_s);
  };
  const scenario = parseScenario(scenarioOf(settings));
  const input = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
  return { result: runOnce({ ...input, onEvent }), kills };
}

const few = { load: { executor: 'constant-arrival-rate', rate: 1, arrivals: 'even' } } as const;
const startupSeconds = 30;
const instance = { memory: '1GB', baseMemory: '400MB', startup: `${startupSeconds}s` };

describe('memory that leaks', () => {
  it('kills at the instant at which 600 MB are full, again and again after the startup and the back-off', () => {
    const { result, kills } = ran({ instance: { ...instance, leak: { perHour: '3.6GB' } }, traffic: few });
    // 1 MB a second fills 600 s, so each process lives for ten minutes and its restart comes at once.
    expect(kills).toHaveLength(5);
    for (const [index, seconds] of kills.entries())
      expect(seconds).toBeCloseTo(600 * (index + 1) + startupSeconds * index, 6);
    expect(result.measures).toMatchObject({ oom_kills: 5, restarts: 5 });
  });

  it('backs off 10 s, 20 s, 40 s where it comes again within ten minutes', () => {
    const { kills } = ran({ instance: { ...instance, leak: { perHour: '36GB' } }, duration: '10m' });
    const lives = [60, 60, 60, 60];
    const backOffs = [0, 10, 20, 40];
    let seconds = 0;
    for (const [index, life] of lives.entries()) {
      seconds += life;
      expect(kills[index]).toBeCloseTo(seconds, 5);
      seconds += backOffs[index] + startupSeconds;
    }
  });

  it('fills by the requests that were served: the 6000th kills, and what is inside aborts', () => {
    const { result, kills } = ran({ instance: { ...instance, leak: { perRequest: '100kB' } }, duration: '11m' });
    // Ten a second that take 20 ms; the first comes at 0 or 100 ms.
    expect(kills[0]).toBeGreaterThan(599.9);
    expect(kills[0]).toBeLessThan(600.2);
    expect(result.measures.oom_kills).toBe(1);
  });

  it('counts the memory of the requests inside', () => {
    const requests = { work: { route: 'web', io: '300s', memory: '1MB' } };
    const traffic = { load: { executor: 'constant-arrival-rate', rate: 1, arrivals: 'even' } } as const;
    const { kills } = ran({ instance: { ...instance, leak: { perHour: '3.6GB' } }, requests, traffic });
    // 1 MB a second leaks and 1 MB a second comes in; none has left before 300 s.
    expect(kills[0]).toBeGreaterThan(298.9);
    expect(kills[0]).toBeLessThan(301.1);
  });

  it('is struck by a fault for as long as it lasts, and what leaked stays', () => {
    const leak = { kind: 'leak', at: '100s', for: '400s', count: 1, perHour: '3.6GB' } as const;
    const two = ran({ instance, traffic: few, faults: [leak, { ...leak, at: '1000s' }] });
    // 400 MB by the first, 200 MB more by the second.
    expect(two.kills[0]).toBeCloseTo(1200, 6);
    expect(two.kills).toHaveLength(1);
    expect(ran({ instance, traffic: few, faults: [leak] }).result.measures).toMatchObject({ oom_kills: 0 });
  });

  it('leaves nothing behind where two overlap, not even a rounding below 0', () => {
    const fault = (at: string, lasting: string, perHour: string) =>
      ({ kind: 'leak', at, for: lasting, count: 1, perHour }) as const;
    const requests = { work: { route: 'web', io: '20ms', memory: '1MB' } };
    for (const [one, other] of [
      ['10MB', '5MB'],
      ['20MB', '1MB'],
      ['4271kB', '12kB'],
    ]) {
      const faults = [fault('1m', '5m', one), fault('2m', '10m', other)];
      const { kills, result } = ran({ instance, requests, faults, duration: '20m' });
      expect([kills.length, result.measures.requests_offered]).toEqual([0, 12_000]);
    }
  });

  it('leaves a run without leaks as it is', () => {
    expect(ran({ instance }).result.measures.oom_kills ?? null).toBeNull();
  });

  it('kills no instance more often than its memory fills', { tags: ['ci'] }, () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 1, max: 40 }),
      (count, perRequestKilobytes, perHourGigabytes) => {
        const leak = { perRequest: `${perRequestKilobytes}kB`, perHour: `${perHourGigabytes}GB` };
        const { result, kills } = ran({ instance: { ...instance, leak }, count, duration: '20m' });
        const leaked = (count * perHourGigabytes * 1e9) / 3 + 12_000 * perRequestKilobytes * 1e3;
        expect(kills.length).toBeLessThanOrEqual(leaked / 600e6);
        expect(result.measures.oom_kills).toBe(kills.length);
      },
    );
    fc.assert(property, { numRuns: 15 });
  });
});

describe('a leak that can do nothing is refused', () => {
  const leak = { perHour: '1GB' };
  it.each([
    ['no limit', { leak }, 'leak-without-memory'],
    ['no room', { leak, memory: '1GB', baseMemory: '1GB' }, 'leak-without-room'],
  ])('%s', (_, settings, code) => {
    expect(() => parseScenario(scenarioOf({ instance: settings }))).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code })] }),
    );
  });

  it('a fault, where the service has no memory', () => {
    const faults = [{ kind: 'leak', at: '10s', for: '10s', perHour: '1GB' }] as const;
    expect(() => parseScenario(scenarioOf({ instance: {}, faults: [...faults] }))).toThrow(/no limit/);
  });
});
