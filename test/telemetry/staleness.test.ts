import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';
import '../support/seeded.js';
import { caseCounts } from '../support/sampled.js';

const steady: ScenarioInput = {
  name: 'steady',
  duration: '20m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 2, arrivals: 'even' } },
  requests: { work: { route: 'web', cpu: '50ms' } },
  services: { web: { instance: { vcpus: 1 }, scaling: { min: 1, max: 1 } } },
};

interface Look {
  readonly time: number;
  /** undefined where the policy saw no metric. */
  readonly age: number | undefined;
  /** The same of one of the metrics. */
  readonly hasRate: boolean;
  readonly historyCount: number;
}

function looks(changes: Partial<ScenarioInput>, every: string): Look[] {
  const code = `return { every = "${every}", decide = function(o)
    local age = o.metrics.age_seconds or -1
    return { desired = 1000 + o.time, reason = string.format("%.9f %.9f %d %d", o.time, age, o.metrics.in_flight and 1 or 0, #o:history("in_flight", "20m")) }
  end }`;
  return (runWithLua({ ...steady, ...changes }, code).detail?.decisions ?? []).map(({ reason = '' }) => {
    const [time, age, rate, historyCount] = reason.split(' ').map(Number);
    return { time, age: age < 0 ? undefined : age, hasRate: rate === 1, historyCount };
  });
}

const pipelines = fc.record({
  scrape: fc.integer({ min: 3, max: 90 }),
  window: fc.integer({ min: 5, max: 200 }),
  delay: fc.integer({ min: 0, max: 60 }),
  staleAfter: fc.integer({ min: 0, max: 200 }),
  every: fc.integer({ min: 7, max: 40 }),
  outage: fc.record({
    at: fc.integer({ min: 0, max: 900 }),
    for: fc.integer({ min: 1, max: 600 }),
    of: fc.constantFrom('server' as const, 'targets' as const),
  }),
});

type PipelineCase = typeof pipelines extends fc.Arbitrary<infer Case> ? Case : never;

function inputOf({ scrape, window, delay, staleAfter, outage }: PipelineCase): Partial<ScenarioInput> {
  return {
    telemetry: {
      scrape: `${scrape}s`,
      window: `${window}s`,
      delay: `${delay}s`,
      staleAfter: `${staleAfter}s`,
      phase: '0s',
    },
    faults: [{ kind: 'metrics-outage', of: outage.of, at: `${outage.at}s`, for: `${outage.for}s` }],
  };
}

/** The age that there should be, worked out from the rule alone. */
function expectedAge({ scrape, delay, staleAfter, outage }: PipelineCase, time: number): number | undefined {
  const isOut = (seconds: number) => seconds >= outage.at && seconds < outage.at + outage.for;
  if (outage.of === 'server' && isOut(time)) return undefined;
  for (let scraped = scrape * Math.floor((time - delay) / scrape); scraped >= 0; scraped -= scrape) {
    if (isOut(scraped)) continue;
    return time - scraped > scrape + delay + staleAfter ? undefined : time - scraped;
  }
  return undefined;
}

describe('a metric', () => {
  for (const { tags, numRuns } of caseCounts(8, 40))
    it('is seen exactly until scrape + delay + staleAfter after its scrape, and never of a server that is out', {
      tags,
    }, () => {
      fc.assert(
        fc.property(pipelines, (pipeline) => {
          const rows = looks(inputOf(pipeline), `${pipeline.every}s`);
          expect(rows.length).toBeGreaterThan(20);
          for (const { time, age, hasRate } of rows) {
            const expected = expectedAge(pipeline, time);
            expect(hasRate).toBe(expected !== undefined);
            if (expected === undefined) expect(age).toBeUndefined();
            else expect(age).toBeCloseTo(expected, 5);
          }
        }),
        { numRuns },
      );
    });

  for (const { tags, numRuns } of caseCounts(8, 30))
    it('is never older than that, whichever scrapes are lost and wherever they fall', { tags }, () => {
      const lossy = fc.record({ pipeline: pipelines, loss: fc.double({ min: 0.1, max: 0.95, noNaN: true }) });
      fc.assert(
        fc.property(lossy, ({ pipeline, loss }) => {
          const { telemetry, faults } = inputOf(pipeline);
          const rows = looks({ telemetry: { ...telemetry, phase: undefined, loss }, faults }, `${pipeline.every}s`);
          const limit = pipeline.scrape + pipeline.delay + pipeline.staleAfter;
          for (const { age } of rows) expect(age ?? 0).toBeLessThanOrEqual(limit + 1e-6);
        }),
        { numRuns },
      );
    });

  it('has a limit of its own where the scenario gives it one', () => {
    const telemetry = { phase: '0s', metrics: { in_flight: { staleAfter: '0s' } } };
    const faults = [{ kind: 'metrics-outage' as const, of: 'targets' as const, at: '5m', for: '15m' }];
    const rows = looks({ telemetry, faults }, '5s');
    // The last scrape is at 285 s: in_flight is gone after 300 s, the others five minutes later.
    expect(rows.find(({ hasRate, time }) => !hasRate && time > 15)?.time).toBe(305);
    expect(rows.findLast(({ age }) => age !== undefined)?.time).toBe(600);
  });

  it('stays in the history of a span, which is empty only while the server is out', () => {
    const outage = (of: 'server' | 'targets') => ({ kind: 'metrics-outage' as const, of, at: '5m', for: '10m' });
    const during = (of: 'server' | 'targets') =>
      looks({ telemetry: { phase: '0s' }, faults: [outage(of)] }, '60s').find(({ time }) => time === 840);
    expect(during('server')?.historyCount).toBe(0);
    expect(during('targets')?.historyCount).toBe(20);
  });
});

describe('observation.metricsFailed', () => {
  it.each([
    ['server', 'true'],
    ['targets', 'false'],
  ] as const)('tells a policy in Lua whether the %s is out', (of, expected) => {
    const faults = [{ kind: 'metrics-outage' as const, of, at: '5m', for: '10m' }];
    const code =
      'return { every = "60s", decide = function(o) return { desired = 1000 + o.time, reason = tostring(o.metricsFailed) } end }';
    const rows = runWithLua({ ...steady, faults }, code).detail?.decisions ?? [];
    expect(rows.find(({ time_s }) => time_s === 240)?.reason).toBe('false');
    expect(rows.find(({ time_s }) => time_s === 360)?.reason).toBe(expected);
  });
});
