import { describe, expect, it } from 'vitest';
import { PolicyLog } from '../../src/record/policyLog.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { serviceFacts } from '../../src/scenario/serviceFacts.js';
import { metricsOfServices } from '../../src/telemetry/metrics.js';
import { runWithLua } from '../support/runWithLua.js';

/** 40 a second for ten instances, seen at each scrape at once. */
function seenAs(gateway: ScenarioInput['gateway'], parts: Partial<ScenarioInput> = {}): ScenarioInput {
  return {
    name: 'seen',
    duration: '240s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 40 } },
    requests: { page: { route: 'web', io: '100ms' } },
    services: { web: { instance: { concurrency: 10, startup: '20s' }, scaling: { min: 10, max: 10 } } },
    telemetry: { scrape: '5s', window: '10s', phase: '0s' },
    gateway: { balancer: 'random', ...gateway },
    ...parts,
  };
}

/** What the policy prints at each tick of 5 s, by second. */
function printed(input: ScenarioInput, what: string): Map<number, string> {
  const code = `return { every = "5s", decide = function(o)
    local m, healthy, listed = o.metrics, 0, 0
    for _, one in ipairs(o.perInstance) do
      listed = listed + 1
      if one.healthy then healthy = healthy + 1 end
    end
    print(${what})
  end }`;
  const log = new PolicyLog({ lineCount: 1_000, characterCount: 100_000 });
  runWithLua(input, code, { log });
  return new Map(log.lines.map(({ timeSeconds, text }) => [timeSeconds, text]));
}

const blackHole = { kind: 'black-hole', count: 1, at: '60s', for: '60s' } as const;

describe('what a policy sees of the gateway', () => {
  it('is as many healthy instances as are ready where nobody judges them, and nothing else', () => {
    const lines = printed(
      seenAs({}),
      'm.healthy_instances, healthy, o.instances.ready, m.ejected, m.circuit_open, m.rate_limited_per_second',
    );
    expect(new Set(lines.values())).toEqual(new Set(['10\t10\t10\tnil\tnil\tnil']));
  });

  it('is who is ejected: one that answers errors at once, from its fifth error until its time is over', () => {
    const lines = printed(
      seenAs({ ejection: { interval: '10s', baseTime: '30s' } }, { faults: [blackHole] }),
      'm.healthy_instances, m.ejected, healthy, o.instances.ready',
    );
    expect(lines.get(60)).toBe('10\t0\t10\t10');
    // 4 a second fall to it, so it is out long before the next scrapes.
    expect(lines.get(65)).toBe('9\t1\t9\t10');
    expect(lines.get(90)).toBe('9\t1\t9\t10');
    expect(lines.get(235)).toBe('10\t0\t10\t10');
  });

  it('is late as other metrics are; the list of instances is not', () => {
    const late = seenAs(
      { ejection: {} },
      { faults: [blackHole], telemetry: { scrape: '5s', window: '10s', phase: '0s', delay: '20s' } },
    );
    const lines = printed(late, 'm.healthy_instances, m.ejected, healthy');
    expect(lines.get(65)).toBe('10\t0\t9');
    expect(lines.get(80)).toBe('10\t0\t9');
    expect(lines.get(85)).toBe('9\t1\t9');
  });

  it('is an instance that has crashed, for as long as the gateway believes in it', () => {
    const crashed = seenAs(
      { healthCheck: { interval: '10s', unhealthy: 3 } },
      { faults: [{ kind: 'crash', at: '61s', count: 1 }] },
    );
    const lines = printed(crashed, 'm.healthy_instances, healthy, listed, o.instances.ready');
    // Gone at 61 s, and its replacement is not ready before 81 s; the third failed check is 20 to 30 s after the crash.
    expect(lines.get(60)).toBe('10\t10\t10\t10');
    expect(lines.get(65)).toBe('10\t9\t10\t9');
    expect(lines.get(80)).toBe('10\t9\t10\t9');
    expect(lines.get(120)).toBe('10\t10\t10\t10');
  });

  it('is whether a breaker is open', () => {
    const errors = { kind: 'errors', at: '60s', for: '60s', fraction: 1, rate: 1 } as const;
    const breaker = { failureRatio: 0.5, window: '10s', openFor: '30s' };
    const lines = printed(seenAs({ circuitBreaker: breaker }, { faults: [errors] }), 'm.circuit_open');
    // Half of a window of errors: open from about 65 s; probes find errors at 95 s, and none at 125 s.
    for (const second of [5, 60, 160, 235]) expect(lines.get(second)).toBe('0');
    for (const second of [70, 90, 100, 120]) expect(lines.get(second)).toBe('1');
    const limits = printed(seenAs({ circuitBreaker: { requests: 1 } }), 'm.circuit_open');
    expect(new Set(limits.values())).toEqual(new Set(['nil']));
  });

  it('is how many tries a second are answered 429: what exceeds the limit', () => {
    const lines = printed(
      seenAs({ rateLimit: [{ requests: 10, burst: 10 }] }),
      'm.rate_limited_per_second, m.request_rate',
    );
    const [limited, answered] = (lines.get(200) ?? '').split('\t').map(Number);
    expect(answered).toBeCloseTo(10, 0);
    expect(limited).toBeGreaterThan(20);
    expect(limited).toBeLessThan(40);
    const sums = [...lines]
      .filter(([second]) => second > 20 && second % 10 === 0)
      .map(([, text]) => Number(text.split('\t')[0]));
    // 30 a second, of 2,000 arrivals and more in all: a Poisson count within four standard deviations.
    const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
    expect(Math.abs(mean - 30)).toBeLessThan((4 * Math.sqrt(40 * 210)) / 210);
  });
});

it('a manifest may ask for what the gateway of the scenario does, and for nothing else', () => {
  const gatewayNames = new Set<string>(metricsOfServices.slice(4));
  const bound = (gateway: ScenarioInput['gateway']) =>
    serviceFacts(parseScenario(seenAs(gateway)), 'web').metrics.filter((name) => gatewayNames.has(name));
  expect(bound({})).toEqual(['healthy_instances']);
  expect(bound({ circuitBreaker: { requests: 9 }, ejection: {} })).toEqual(['healthy_instances', 'ejected']);
  expect(bound({ circuitBreaker: [{ requests: 9 }, { failureRatio: 0.5 }], rateLimit: [{ requests: 9 }] })).toEqual([
    'healthy_instances',
    'circuit_open',
    'rate_limited_per_second',
  ]);
});
