import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/engine/assemble.js';
import { planFaults } from '../../src/engine/planFaults.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { RunStreams } from '../../src/engine/runStreams.js';
import { buildTraffic } from '../../src/engine/traffic.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { ArrivalBlock } from '../../src/traffic/arrivalBlock.js';

type Balancer = NonNullable<ScenarioInput['gateway']>['balancer'];

/** 10 instances at 30 % of their capacity, one of which becomes 4 times as slow at the start. */
function inputOf(gateway: ScenarioInput['gateway'], parts: Partial<ScenarioInput> = {}) {
  const scenario = parseScenario({
    name: 'balanced',
    duration: '2m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 100, clients: 3000 } },
    requests: { page: { route: 'web', cpu: { exponential: { mean: '30ms' } } } },
    services: { web: { scaling: { min: 10, max: 10, policy: 'none' }, zones: 2 } },
    faults: [{ kind: 'slow', at: '0s', for: '10m', count: 1, factor: 4 }],
    ...parts,
    gateway,
  });
  return { scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
}

/** [instance] requests that it began, in launch order */
function begunOf(gateway: ScenarioInput['gateway'], parts?: Partial<ScenarioInput>): number[] {
  const assembly = assemble(inputOf(gateway, parts), []);
  const { table, services, loop, calendar } = assembly;
  planFaults(assembly);
  let begun: number[] = [];
  calendar.at(119, 0, () => {
    begun = services[0].fleet.ready.map((instance) => table.begun[instance]);
  });
  loop.run();
  return begun;
}

describe('one slow instance of ten', () => {
  const [inTurn, aware] = [
    'round-robin',
    [
      'least-requests',
      'power-of-two',
      { 'power-of-k': { k: 3 } },
      'peak-ewma',
      { 'consistent-hash': { boundedLoad: 1.25 } },
    ] satisfies Balancer[],
  ] as const;
  const p99Of = (balancer: Balancer) => runOnce(inputOf({ balancer })).measures.latency_p99_ms ?? Number.NaN;

  it('keeps its tenth of the traffic in turn, and is overloaded: 10 a second of 120 ms each', () => {
    const begun = begunOf({ balancer: inTurn });
    const others = Math.max(...begun);
    // What waits at it shares its processor, so all of it has begun.
    expect(begun.every((count) => Math.abs(count - others) <= 1)).toBe(true);
    expect(p99Of(inTurn)).toBeGreaterThan(5_000);
  });

  it.each(aware.map((balancer) => [JSON.stringify(balancer), balancer] as const))(
    'gets less, and p99 stays below a second, with %s',
    (_title, balancer) => {
      const begun = begunOf({ balancer });
      expect(Math.min(...begun)).toBeLessThan(0.8 * (begun.reduce((sum, one) => sum + one, 0) / 10));
      expect(p99Of(balancer)).toBeLessThan(1_000);
    },
  );
});

describe('weights by zone', () => {
  it.each(['weighted-round-robin', 'random'] as const)('share the traffic 3 : 1 with %s', (balancer) => {
    const services = {
      web: {
        instance: { weight: { zone: { 1: 3 } } },
        zones: 2,
        scaling: { min: 10, max: 10, policy: 'none' },
      },
    };
    const begun = begunOf({ balancer }, { services, faults: [] });
    const [heavy, light] = [0, 1].map((zone) =>
      begun.filter((_count, index) => index % 2 === zone).reduce((sum, one) => sum + one, 0),
    );
    expect(heavy / (heavy + light)).toBeCloseTo(0.75, 1);
  });
});

describe('clients', () => {
  const traffic: ScenarioInput['traffic'] = {
    few: { executor: 'constant-arrival-rate', rate: 50, clients: 4, skew: 1 },
    each: { executor: 'constant-arrival-rate', rate: 50 },
    many: { executor: 'constant-arrival-rate', rate: 50, clients: 100 },
  };

  it('are numbered over all sources, below -1; -1 is a request of its own', () => {
    const input = inputOf({ balancer: 'random' }, { traffic });
    const { samplers } = buildTraffic(input, new RunStreams({ seed: 1, replication: 0 }));
    const [few, each, many] = samplers.map((sampler) => {
      const block = new ArrivalBlock();
      return Array.from({ length: 200 }, () => {
        sampler.fill(block, block.length);
        return [...block.users];
      }).flat();
    });
    expect([...new Set(few)].sort((a, b) => b - a)).toEqual([-2, -3, -4, -5]);
    expect(new Set(each)).toEqual(new Set([-1]));
    expect(Math.max(...many)).toBe(-6);
    expect(Math.min(...many)).toBe(-105);
    // 1, 1/2, 1/3 and 1/4 of 25/12, of 25,600 draws.
    for (const [index, share] of [12 / 25, 6 / 25, 4 / 25, 3 / 25].entries())
      expect(few.filter((client) => client === -2 - index).length / few.length).toBeCloseTo(share, 1.7);
  });

  it('are the same drawn one by one as drawn by the block', () => {
    const input = inputOf({ balancer: 'random' }, { traffic });
    const open = () => buildTraffic(input, new RunStreams({ seed: 1, replication: 0 })).samplers[0];
    const [block, single] = [new ArrivalBlock(), new ArrivalBlock()];
    open().fill(block, block.length);
    const sampler = open();
    for (let arrival = 0; arrival < single.length; arrival++) {
      sampler.drawNext();
      sampler.store(single, arrival);
    }
    expect([...single.users]).toEqual([...block.users]);
  });

  it('are the same for all candidates, and the fingerprint shows who they are', () => {
    const printOf = (balancer: Balancer, parts: Partial<ScenarioInput>) =>
      runOnce({ ...inputOf({ balancer }, parts), fingerprint: true }).fingerprint;
    const skewed = { traffic: { load: { executor: 'constant-arrival-rate', rate: 50, clients: 4, skew: 2 } } } as const;
    const even = { traffic: { load: { executor: 'constant-arrival-rate', rate: 50, clients: 4 } } } as const;
    expect(printOf('consistent-hash', skewed)).toBe(printOf('random', skewed));
    expect(printOf('consistent-hash', even)).not.toBe(printOf('consistent-hash', skewed));
  });

  it('stay at one instance each, users of closed sources too, unless the bound sends them on', () => {
    const one: Partial<ScenarioInput> = {
      traffic: { load: { executor: 'constant-arrival-rate', rate: 20, clients: 1 } },
      faults: [],
    };
    const closed: Partial<ScenarioInput> = {
      traffic: { load: { executor: 'constant-vus', vus: 1, think: '1s' } },
      faults: [],
    };
    for (const parts of [one, closed])
      expect(begunOf({ balancer: 'consistent-hash' }, parts).filter((count) => count > 0)).toHaveLength(1);
    const bounded = begunOf({ balancer: { 'consistent-hash': { boundedLoad: 1 } } }, one);
    expect(bounded.filter((count) => count > 0).length).toBeGreaterThan(1);
  });
});
