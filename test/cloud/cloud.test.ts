import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

const idle: ScenarioInput = {
  name: 'idle',
  duration: '30m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 1 } },
  requests: { work: { route: 'web', io: '10ms' } },
  services: { web: { instance: { price: 1, startup: '10s' }, scaling: { min: 1, max: 20, initial: 2 } } },
};

/** A policy that asks for these numbers one after the other, a minute apart, and the last for ever. */
function deciding(decisions: readonly number[], change: Partial<ScenarioInput> = {}) {
  const { detail, measures } = runWithLua(
    { ...idle, ...change },
    `local wishes = { ${decisions.join(', ')} }
    return { every = "60s", decide = function(o, c)
      c.state.step = (c.state.step or 0) + 1
      return wishes[math.min(c.state.step, #wishes)]
    end }`,
  );
  const rows = (detail?.decisions ?? []).map(({ desired, applied, result }) => [desired, applied, result]);
  return { rows, measures };
}

describe('the cloud API', () => {
  it('grants what it is asked for, and rounds a fraction up', () => {
    expect(deciding([4, 6.2, 3]).rows).toEqual([
      [4, 4, 'accepted'],
      [7, 7, 'accepted'],
      [3, 3, 'accepted'],
    ]);
  });

  it('clamps to min and max, and says so', () => {
    expect(deciding([0, 50]).rows).toEqual([
      [0, 1, 'clamped'],
      [50, 20, 'clamped'],
    ]);
  });

  it('grants what fits the quota, and desired becomes that', () => {
    expect(deciding([9], { cloud: { quota: 5 } }).rows[0]).toEqual([9, 5, 'refused']);
  });

  it('throttles the call that is one too many, which changes nothing', () => {
    const { rows, measures } = deciding([3, 4, 5, 5, 5, 5, 5, 6], {
      cloud: { api: { rateLimit: { calls: 2, per: '5m' } } },
    });
    expect(rows.slice(0, 3)).toEqual([
      [3, 3, 'accepted'],
      [4, 4, 'accepted'],
      [5, 4, 'throttled'],
    ]);
    expect(measures.actions_throttled).toBeGreaterThan(0);
  });

  it('fails as often as its error rate says', () => {
    const { rows } = deciding([3], { cloud: { api: { errorRate: 1 } } });
    expect(rows).toEqual([[3, 2, 'failed']]);
  });

  it('bills by granularity and minimum, from launch or from ready', () => {
    // Two instances for 30 min and a third from 60 s to 120 s (drain of an idle one ends at once): 60 s of life.
    const hoursOf = (billing: NonNullable<ScenarioInput['cloud']>['billing']) =>
      deciding([3, 2], { cloud: { billing } }).measures.cost_usd;
    expect(hoursOf({})).toBeCloseTo(1 + 60 / 3600, 6);
    expect(hoursOf({ minimum: '10m' })).toBeCloseTo(1 + 600 / 3600, 6);
    expect(hoursOf({ granularity: '1h' })).toBeCloseTo(1 + (1800 - 60) / 3600, 6);
    expect(hoursOf({ from: 'ready' })).toBeCloseTo(1 + 50 / 3600, 6);
  });

  it('launches fail beyond the capacity of the hour', () => {
    const capacity = [
      { at: '0s', available: 3 },
      { at: '10m', available: 6 },
    ];
    expect(deciding([9], { cloud: { capacity } }).rows.map(([, applied]) => applied)).toEqual([3, 6]);
  });
});
