import { describe, expect, it } from 'vitest';
import type { FreeNumber } from '../../src/backtest/fit/freeNumbers.js';
import { freeNumbers, withNumbers } from '../../src/backtest/fit/freeNumbers.js';
import { searchNumbers, trialCountOf } from '../../src/backtest/fit/searchNumbers.js';
import { parseScenario } from '../../src/scenario/load.js';

const number = (amount: number, low: number, high: number): FreeNumber => ({
  path: 'x',
  keys: ['x'],
  quantity: { amount, unit: '', written: (value) => value },
  low,
  high,
  isWhole: false,
});

describe('the search for numbers', () => {
  it('finds the least of a bowl within a hundredth of each range, in no more trials than it says', async () => {
    let trials = 0;
    const numbers = [number(1, 0, 4), number(50, 10, 200)];
    const found = await searchNumbers(numbers, async ([a, b]) => {
      trials++;
      return (a - 2.7) ** 2 + ((b - 133) / 50) ** 2;
    });
    expect(Math.abs(found[0] - 2.7)).toBeLessThan(0.04);
    expect(Math.abs(found[1] - 133)).toBeLessThan(2);
    expect(trials).toBeLessThanOrEqual(trialCountOf(2));
  });

  it('ends at the end of a range where the truth lies beyond it, and keeps what nothing speaks against', async () => {
    expect(await searchNumbers([number(1, 0.5, 2), number(7, 3, 14)], async ([a]) => (a - 9) ** 2)).toEqual([2, 7]);
  });
});

describe('the numbers that are free', () => {
  const scenario = parseScenario({
    name: 'free',
    duration: '10m',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 5, request: 'page' } },
    requests: { page: { route: 'web', cpu: { exponential: { mean: '40ms' } } }, job: { route: 'batch', cpu: '1s' } },
    services: { web: { instance: { startup: '20s', vcpus: 2 }, scaling: {} }, batch: { scaling: {} } },
    assumptions: [{ path: 'services.web.instance.startup', low: '15s', high: '30s', basis: 'measured' }],
  });

  it('are those with ranges, and CPU of what comes to the service between half and twice', () => {
    const found = freeNumbers(scenario, 'web').map(({ path, low, high }) => [path, low, high]);
    expect(found).toEqual([
      ['services.web.instance.startup', 15, 30],
      ['requests.page.cpu', 0.02, 0.08],
    ]);
  });

  it('give a scenario with another law of the same shape', () => {
    const changed = withNumbers(scenario, freeNumbers(scenario, 'web'), [25, 0.06]);
    expect(changed?.requests.page.cpu).toEqual({ variant: 'exponential', settings: { mean: 0.06 } });
    expect(changed?.services.web.instance.startup).toMatchObject({ settings: 25 });
    expect(changed?.requests.job).toEqual(scenario.requests.job);
  });
});
