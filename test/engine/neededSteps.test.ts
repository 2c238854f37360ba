import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededCurve, neededNote, neededSteps } from '../../src/engine/neededCurve.js';
import { RunStreams } from '../../src/engine/runStreams.js';
import { buildTraffic } from '../../src/engine/traffic.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

/** One instance serves 10/s, so eight a second need one. */
function needsOf(traffic: ScenarioInput['traffic'], change: Partial<ScenarioInput> = {}) {
  const scenario = parseScenario({
    name: 'needs',
    duration: '1000s',
    traffic,
    requests: { page: { route: 'web', cpu: '100ms' } },
    services: { web: { scaling: { min: 1, max: 100 } } },
    ...change,
  });
  const input = { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
  return { input, traffic: buildTraffic(input, new RunStreams({ seed: 1, replication: 0 })) };
}

const stage = fc.record({ duration: fc.integer({ min: 1, max: 300 }), target: fc.nat(200) });

describe('the demand curve as steps', () => {
  it('of a constant rate is one step', () => {
    const steps = neededSteps(needsOf({ load: { executor: 'constant-arrival-rate', rate: 17 } }), 0);
    expect([steps?.seconds, steps?.values]).toEqual([[0], [3]]);
  });

  it('of a straight rise steps where the rate passes what so many instances bear', () => {
    const traffic = {
      load: { executor: 'ramping-arrival-rate' as const, startRate: 4, stages: [{ duration: '100s', target: 24 }] },
    };
    const steps = neededSteps(needsOf(traffic), 0);
    // 8/s after 20 s, 16/s after 60 s; 24/s exactly at the end, and then nothing comes.
    expect(steps?.values).toEqual([1, 2, 3, 1]);
    for (const [index, seconds] of [0, 20, 60, 100].entries()) expect(steps?.seconds[index]).toBeCloseTo(seconds, 5);
  });

  it('of a jump steps at the jump itself', () => {
    const stages = [
      { duration: '40s', target: 4 },
      { duration: '0s', target: 80 },
      { duration: '60s', target: 80 },
    ];
    const steps = neededSteps(needsOf({ load: { executor: 'ramping-arrival-rate', startRate: 4, stages } }), 0);
    expect([steps?.seconds, steps?.values]).toEqual([
      [0, 40, 100],
      [1, 10, 1],
    ]);
  });

  it('of a smooth curve steps at the crossings', () => {
    const traffic = {
      load: { executor: 'diurnal' as const, mean: 12, peakToTrough: 3, period: '1000s', peakAt: '500s' },
    };
    // 12 + 6 cos: above 8 between the two instants at which the cosine is -2/3, above 16 where it is 2/3.
    const angle = (Math.acos(2 / 3) / (2 * Math.PI)) * 1000;
    const steps = neededSteps(needsOf(traffic), 0);
    expect(steps?.values).toEqual([1, 2, 3, 2, 1]);
    for (const [index, seconds] of [angle, 500 - angle, 500 + angle, 1000 - angle].entries()) {
      expect(steps?.seconds[index + 1]).toBeCloseTo(seconds, 5);
    }
  });

  it('is the demand curve, everywhere, for sources added up', () => {
    fc.assert(
      fc.property(
        fc.array(stage, { minLength: 1, maxLength: 5 }),
        fc.array(stage, { minLength: 1, maxLength: 5 }),
        fc.array(fc.double({ min: 0, max: 999.99, noNaN: true }), { minLength: 20, maxLength: 20 }),
        (one, other, instants) => {
          const ramp = (stages: typeof one) => ({
            executor: 'ramping-arrival-rate' as const,
            startRate: 10,
            stages: stages.map(({ duration, target }) => ({ duration: `${duration}s`, target })),
          });
          const needs = needsOf({ one: ramp(one), other: ramp(other) });
          const [steps, curve] = [neededSteps(needs, 0), neededCurve(needs, 0)];
          for (const seconds of instants) {
            // Within 1 us of a step either side of it will do.
            const near = [seconds - 2e-6, seconds, seconds + 2e-6].map((at) => curve?.(Math.max(0, at)));
            expect(near).toContain(steps?.at(seconds));
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each<[string, ScenarioInput['traffic']]>([
    ['closed loops', { users: { executor: 'constant-vus', vus: 3 } }],
    [
      'closed loops beside open sources',
      {
        load: { executor: 'constant-arrival-rate', rate: 1 },
        users: { executor: 'constant-vus', vus: 3 },
      },
    ],
  ])('does not exist for %s', (_what, traffic) => {
    expect(neededSteps(needsOf(traffic), 0)).toBeUndefined();
    expect(neededNote(needsOf(traffic), 0)).toMatch(/^demand curve: none for web, /);
  });

  it('says in words what it is', () => {
    const load = { load: { executor: 'constant-arrival-rate' as const, rate: 17 } };
    expect(neededNote(needsOf(load), 0)).toBe('demand curve: web needs max(1, ceil(rate / (0.8 x 10/s))).');
    const io: Partial<ScenarioInput> = {
      requests: { page: { route: 'web', io: '100ms' } },
      services: { web: { instance: { concurrency: 4 } } },
      slo: { latency: '500ms', objective: 0.95 },
    };
    expect(neededNote(needsOf(load, io), 0)).toMatch(/least n >= 1 .*Erlang C, c = n x 4 slots/);
    const unlimited: Partial<ScenarioInput> = { requests: { page: { route: 'web', io: '100ms' } } };
    expect(neededNote(needsOf(load, unlimited), 0)).toBe(
      'demand curve: web needs 1, whatever the rate: an instance has no limit.',
    );
  });
});
