import { describe, expect, it } from 'vitest';
import { type Assembly, assemble } from '../../../src/engine/assemble.js';
import { checkConservation } from '../../../src/engine/checkConservation.js';
import { planFaults } from '../../../src/engine/planFaults.js';
import type { RunInput } from '../../../src/engine/runInput.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import * as rank from '../../../src/kernel/rank.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { eachBalancer } from '../../support/variantSamples.js';

/** 40 evenly spaced requests a second that take 20 ms each, over 4 instances in turn. */
function scenarioOf({ instance, ...parts }: Partial<ScenarioInput> & { readonly instance?: object }): RunInput {
  const scenario = parseScenario({
    name: 'belief',
    duration: '60s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 40, arrivals: 'even', clients: 1000 } },
    requests: { work: { route: 'web', io: '20ms' } },
    services: {
      web: { instance: { drain: '30s', ...instance }, scaling: { min: 0, initial: 4, max: 8 } },
    },
    ...parts,
  });
  return { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
}

function measuresOf(parts: Parameters<typeof scenarioOf>[0]): Record<string, number | null> {
  return runOnce(scenarioOf(parts)).measures;
}

/** Asks for `count` instances at an instant. */
function scaleAt({ calendar, services }: Assembly, seconds: number, count: number): void {
  calendar.at(seconds, rank.decide, () => services[0].fleet.accept(count));
}

function finished(input: RunInput, plan: (assembly: Assembly) => void): Assembly {
  const assembly = assemble(input, []);
  plan(assembly);
  assembly.loop.run();
  checkConservation(assembly);
  return assembly;
}

const toDead = ({ services }: Assembly): number => services[0].featureCounts.get('requestsToDead')?.() ?? -1;

describe('an instance that is gone and still believed in', () => {
  const crash: ScenarioInput['faults'] = [{ kind: 'crash', at: '10.001s', count: 1 }];

  it('costs its share of the requests for as long as the lag: a quarter of 40 a second, 5 s', () => {
    const measures = measuresOf({ gateway: { endpointLag: '5s' }, faults: crash });
    expect(measures.requests_to_dead).toBe(50);
    expect(measures.requests_failed).toBe(50);
    // One is inside when it goes, or none.
    expect(measures.requests_aborted).toBeLessThanOrEqual(1);
  });

  it('costs a try the connect timeout, and the client tries elsewhere', () => {
    const retries = { attempts: 2 };
    const measures = measuresOf({ gateway: { endpointLag: '5s', connectTimeout: '1s', retries }, faults: crash });
    expect(measures.requests_to_dead).toBeGreaterThan(40);
    expect(measures.requests_failed).toBeLessThan(20);
    expect(measures.latency_max_ms).toBeGreaterThanOrEqual(1020 - 5);
    expect(measures.latency_p50_ms).toBeCloseTo(20, 0);
  });

  it('without a lag costs none, and nothing of it is in the results', () => {
    expect(measuresOf({ faults: crash })).not.toHaveProperty('requests_to_dead');
  });

  it.each(eachBalancer.flatMap((one) => [undefined, { timeout: '1s' as const }].map((queue) => ({ ...one, queue }))))(
    'keeps its row until the gateway has heard, and all counts agree: $name, queue $queue',
    ({ balancer, queue }) => {
      const every = { constant: '2s' } as const;
      const input = scenarioOf({
        gateway: {
          balancer,
          ...(queue === undefined ? {} : { queue }),
          endpointLag: { uniform: { min: '0s', max: '9s' } },
          connectTimeout: '700ms',
          timeout: '300ms',
          totalTimeout: '2s',
          retries: { attempts: 3 },
        },
        instance: { concurrency: 2, startup: '1s', preStop: '2s' },
        faults: [{ kind: 'crash', every, count: 1 }],
      });
      const assembly = finished(input, (made) => {
        planFaults(made);
        for (let at = 3; at < 60; at += 3) scaleAt(made, at, 3 + ((at / 3) % 5));
      });
      expect(toDead(assembly)).toBeGreaterThan(0);
    },
  );
});

describe('a drain that the gateway hears of 5 s late', () => {
  it.each([
    { preStop: '0s', share: 5 },
    { preStop: '2s', share: 3 },
    { preStop: '5s', share: 0 },
    { preStop: '10s', share: 0 },
  ])('with a preStop of $preStop refuses for $share s', ({ preStop, share }) => {
    const assembly = finished(scenarioOf({ gateway: { endpointLag: '5s' }, instance: { preStop } }), (made) =>
      scaleAt(made, 10.001, 3),
    );
    // A quarter of 40 requests a second, for as long as it is believed in and does not accept.
    expect(toDead(assembly)).toBe(10 * share);
  });

  it('bills the instance until its preStop is over, with nothing inside', () => {
    const billedOf = (preStop: string): number =>
      finished(scenarioOf({ gateway: { endpointLag: '1s' }, instance: { preStop } }), (made) => scaleAt(made, 10, 3))
        .services[0].fleetLog.drainBilledSeconds;
    expect(billedOf('20s') - billedOf('0s')).toBeCloseTo(20, 6);
  });
});

describe('an instance that is ready before the gateway knows', () => {
  it('takes nothing until then', () => {
    const input = scenarioOf({ gateway: { endpointLag: '5s' }, instance: { startup: '3s' } });
    const begun: number[] = [];
    finished(input, (made) => {
      scaleAt(made, 10, 5);
      for (const at of [17.9, 19]) {
        made.calendar.at(at, rank.record, () => begun.push(made.table.begun[made.services[0].fleet.ready[4]]));
      }
    });
    expect(begun[0]).toBe(0);
    expect(begun[1]).toBeGreaterThan(0);
  });

  it('is known at once where it is there at the start: nothing has changed, and no request is refused', () => {
    const measures = measuresOf({ gateway: { endpointLag: '5s' } });
    expect(measures.requests_offered).toBe(2400);
    expect(measures.requests_completed).toBe(2400 - (measures.requests_unfinished ?? 0));
  });

  it('draws each lag by service, launch and change: the same whatever else happens', () => {
    const input = scenarioOf({ gateway: { endpointLag: { exponential: { mean: '2s' } } } });
    const runs = [0, 1].map(() => runOnce(input).measures);
    expect(runs[0]).toEqual(runs[1]);
  });
});
