import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';

/** 100 a second for ten instances; one of them goes wrong at 60 s for two minutes. */
function troubled(fault: object, gateway: ScenarioInput['gateway']): ScenarioInput {
  return {
    name: 'troubled',
    duration: '300s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 100 } },
    requests: { page: { route: 'web', io: '50ms' } },
    services: { web: { instance: { concurrency: 10, startup: '20s' }, scaling: { min: 10, max: 10 } } },
    // safe: one of the kinds, with its settings
    faults: [{ at: '60s', for: '120s', count: 1, ...fault } as unknown as NonNullable<ScenarioInput['faults']>[number]],
    gateway,
  };
}

describe('ejection', () => {
  it('keeps requests from who fails, but for a few at each return', () => {
    const fault = { kind: 'errors', rate: 1 };
    const plain = runWithLua(troubled(fault, {})).measures;
    expect(plain.requests_failed).toBeGreaterThan(1_100);
    const { measures } = runWithLua(troubled(fault, { ejection: {} }));
    // Out at its fifth error, 30 s, then 60 s, then 90 s; each return costs about five.
    expect(measures.ejections).toBeGreaterThanOrEqual(2);
    expect(measures.ejections).toBeLessThanOrEqual(4);
    expect(measures.requests_failed).toBeGreaterThanOrEqual(10);
    expect(measures.requests_failed).toBeLessThanOrEqual(25);
    expect(plain).not.toHaveProperty('ejections');
  });

  it('finds by its success rate who fails too rarely for errors in a row', () => {
    const fault = { kind: 'errors', rate: 0.3 };
    const by = (successRate: 'none' | object) =>
      runWithLua(troubled(fault, { ejection: { consecutiveErrors: 50, interval: '20s', successRate } })).measures;
    const { ejections, requests_failed } = by({});
    expect(ejections).toBeGreaterThanOrEqual(1);
    expect(requests_failed).toBeLessThan(250);
    expect(runWithLua(troubled(fault, {})).measures.requests_failed).toBeGreaterThan(320);
    expect(by('none')).toMatchObject({ ejections: 0 });
  });

  it('never takes out more than it may: with all failing one is out', () => {
    const fault = { kind: 'errors', rate: 1, count: undefined, fraction: 1 };
    const { measures } = runWithLua(troubled(fault, { ejection: { maxPercent: 10 } }));
    expect(measures.requests_failed).toBeGreaterThan(11_500);
    expect(measures.requests_rejected).toBe(0);
    expect(measures.ejections).toBeLessThanOrEqual(6);
  });

  it('finds a crash that nobody tells of, at the price of some tries', () => {
    const fault = { kind: 'crash', for: undefined };
    const { measures } = runWithLua(troubled(fault, { connectTimeout: '1s', ejection: {} }));
    expect(measures.requests_to_dead).toBeGreaterThanOrEqual(5);
    expect(measures.requests_to_dead).toBeLessThan(60);
    expect(measures.ejections).toBeGreaterThanOrEqual(1);
  });
});
