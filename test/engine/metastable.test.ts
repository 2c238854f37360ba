import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

// A FIFO server of 100/s under 70/s with a timeout of 1 s stops for 30 s (Bronson, HotOS 2021; Huang, OSDI 2022).
// Fluid limit: goodput is back at 90 + 30 L / (100 - L), L the load that retries make of 70/s while all time out.
const outage = { from: 60, to: 90 };

function scenarioOf(
  change: { retries?: unknown; dropExpired?: boolean; rate?: number },
  part: { duration: string; warmup: string },
): ScenarioInput {
  return {
    name: 'metastable',
    ...part,
    traffic: { load: { executor: 'constant-arrival-rate', rate: change.rate ?? 70 } },
    requests: { work: { route: 'server', io: { exponential: { mean: '10ms' } } } },
    services: { server: { instance: { concurrency: 1, dropExpired: change.dropExpired ?? false } } },
    gateway: {
      timeout: '1s',
      ...(change.retries === undefined ? {} : { retries: change.retries }),
    } as ScenarioInput['gateway'],
    faults: [{ kind: 'pause', at: `${outage.from}s`, for: `${outage.to - outage.from}s` }],
  };
}

/** Share of the requests of [from, to) that were answered in time. */
function goodput(change: Parameters<typeof scenarioOf>[0], from: number, to: number): number {
  const scenario = parseScenario(scenarioOf(change, { duration: `${to + 5}s`, warmup: `${from}s` }));
  const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false });
  return (measures.requests_completed ?? 0) / (measures.requests_offered ?? 1);
}

describe('a server that stops for 30 s', () => {
  it('recovers at about 160 s without retries', () => {
    expect(goodput({}, 100, 120)).toBeLessThan(0.1);
    expect(goodput({}, 190, 250)).toBeGreaterThan(0.9);
  });

  it('never recovers with three attempts: 70 x 3 is more than 100', () => {
    const retries = { attempts: 3 };
    expect(goodput({ retries }, 100, 400)).toBeLessThan(0.02);
    expect(goodput({ retries }, 20, 55)).toBeGreaterThan(0.95);
  });

  it('recovers at about 190 s with a retry budget of 10 %', () => {
    const retries = { attempts: 3, budget: 0.1 };
    expect(goodput({ retries }, 100, 150)).toBeLessThan(0.1);
    expect(goodput({ retries }, 230, 300)).toBeGreaterThan(0.9);
  });

  it('recovers at once when expired work is dropped', () => {
    expect(goodput({ retries: { attempts: 3 }, dropExpired: true }, 110, 170)).toBeGreaterThan(0.9);
  });

  it('recovers with three attempts at 30/s: 30 x 3 is less than 100', () => {
    const change = { retries: { attempts: 3 }, rate: 30 };
    expect(goodput(change, 110, 150)).toBeLessThan(0.1);
    expect(goodput(change, 430, 500)).toBeGreaterThan(0.9);
  });
});

describe('retries of independent failures', () => {
  it.each([
    { failure: 0.1, attempts: 3, tries: 1.11, lost: 0.001 },
    { failure: 0.5, attempts: 4, tries: 1.875, lost: 0.0625 },
    { failure: 0.3, attempts: 2, tries: 1.3, lost: 0.09 },
  ])('make (1 - p^r) / (1 - p) tries a request: p $failure, r $attempts', ({ failure, attempts, tries, lost }) => {
    const scenario = parseScenario({
      name: 'amplification',
      duration: '2000s',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 100 } },
      requests: { work: { route: 'server', io: '1ms', errorRate: failure } },
      services: { server: {} },
      gateway: { retries: { attempts, on: ['5xx'] } },
    });
    const { measures } = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication: 0, detail: false });
    const offered = measures.requests_offered ?? 0;
    expect((measures.attempts ?? 0) / offered).toBeCloseTo(tries, 2);
    // Four standard errors of a share of 200,000 independent requests.
    expect(Math.abs((measures.requests_failed ?? 0) / offered - lost)).toBeLessThan(
      4 * Math.sqrt((lost * (1 - lost)) / offered),
    );
  });
});
