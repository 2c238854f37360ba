import { describe, expect, it } from 'vitest';
import { type BacktestRecord, badgeText, parseRecord, testedParts } from '../../src/results/backtestRecord.js';
import { parseScenario } from '../../src/scenario/load.js';

const input = {
  name: 'shop',
  duration: '10m',
  traffic: { users: { executor: 'constant-arrival-rate' as const, rate: 5 } },
  requests: { page: { route: 'web', cpu: '40ms' } },
  services: { web: { instance: { vcpus: 1 }, scaling: { min: 1, max: 5 } } },
};
const scenario = parseScenario(input);
const hpa = { name: 'hpa', hash: 'a' };
const record: BacktestRecord = {
  format: 'dryscale-backtested/1',
  day: '2026-11-20',
  policy: 'hpa',
  policyHash: 'a',
  parts: testedParts(scenario),
  replicasError: 0.74,
  believable: true,
};

describe('the badge of a backtested scenario', () => {
  it('says the day and how near the replicas were, rounded up', () => {
    expect(badgeText(record, scenario, [hpa])).toBe('backtested on 2026-11-20: replicas within 0.8');
    expect(badgeText({ ...record, day: null, replicasError: 0.8 }, scenario, [hpa])).toBe(
      'backtested on a recorded run: replicas within 0.8',
    );
    expect(badgeText({ ...record, believable: false }, scenario, [hpa])).toBe(
      'backtested on 2026-11-20: replicas within 0.8, and not believable in every measure',
    );
  });

  it.each([
    { what: 'requests', change: { requests: { page: { route: 'web', cpu: '41ms' } } } },
    { what: 'services', change: { services: { web: { instance: { vcpus: 2 }, scaling: { min: 1, max: 5 } } } } },
    { what: 'telemetry', change: { telemetry: { scrape: '60s' } } },
  ])('says no number once $what are others', ({ what, change }) => {
    const text = badgeText(record, parseScenario({ ...input, ...change }), [hpa]);
    expect(text).toBe(`backtested on 2026-11-20, but changed since: ${what}`);
  });

  it('says no number once a part has come that no backtest knew', () => {
    const grown = { ...scenario, nodes: { small: { vcpus: 2 } } };
    expect(badgeText(record, grown, [hpa])).toBe('backtested on 2026-11-20, but changed since: nodes');
    expect(badgeText({ ...record, parts: testedParts(grown) }, scenario, [hpa])).toContain('changed since: nodes');
  });

  it('says no number once a router chooses by other code', () => {
    const routers = { chat: { code: 'return { route = 1 }' } };
    const parts = testedParts(scenario, routers);
    expect(badgeText({ ...record, parts }, scenario, [hpa], routers)).toContain('replicas within 0.8');
    expect(badgeText({ ...record, parts }, scenario, [hpa], { chat: { code: 'other' } })).toContain(
      'changed since: routers',
    );
  });

  it('holds under other traffic and other bounds: that is what a model is for', () => {
    const other = parseScenario({
      ...input,
      traffic: { users: { executor: 'constant-arrival-rate', rate: 500 } },
      services: { web: { instance: { vcpus: 1 }, scaling: { min: 3, max: 50 } } },
    });
    expect(badgeText(record, other, [hpa])).toContain('replicas within 0.8');
  });

  it('says no number of another policy', () => {
    expect(badgeText(record, scenario, [{ name: 'hpa', hash: 'b' }])).toBe(
      'backtested on 2026-11-20, but hpa has changed since',
    );
    expect(badgeText(record, scenario, [{ name: 'keda', hash: 'b' }])).toBe(
      'backtested on 2026-11-20 with hpa, which is not among these policies',
    );
    expect(badgeText(record, scenario, [{ name: 'keda', hash: 'b' }, hpa])).toContain('within 0.8');
  });

  it.each(['', '{', '[]', '{"format":"dryscale-backtested/2"}', '{"format":"dryscale-backtested/1","day":"x"}'])(
    'is not read from %s',
    (text) => {
      expect(parseRecord(text)).toBeUndefined();
    },
  );

  it('is read as it was written', () => {
    expect(parseRecord(JSON.stringify(record))).toEqual(record);
  });
});
