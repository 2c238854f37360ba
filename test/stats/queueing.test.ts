import { describe, expect, it } from 'vitest';
import {
  erlangB,
  erlangC,
  mg1WaitMeanSeconds,
  mmcLatencyTail,
  mmcWaitMeanSeconds,
  mmcWaitTail,
} from '../../src/stats/queueing.js';

describe("Erlang's formulas", () => {
  it.each([
    // By hand: 1/2; (1/2)/(1 + 1 + 1/2); then the standard tables.
    [1, 1, 0.5],
    [2, 1, 0.2],
    [10, 10, 0.2145823431],
    [0, 5, 1],
    [3, 0, 0],
  ])('B of %i servers and %d erlangs is %d', (serverCount, load, share) => {
    expect(erlangB({ serverCount, load })).toBeCloseTo(share, 10);
  });

  it('B is the quotient of the sums that define it', () => {
    const load = 7.3;
    let term = 1;
    let sum = 1;
    for (let n = 1; n <= 12; n++) {
      term *= load / n;
      sum += term;
    }
    expect(erlangB({ serverCount: 12, load })).toBeCloseTo(term / sum, 14);
  });

  it('B stays finite where factorials do not', () => {
    const share = erlangB({ serverCount: 100_000, load: 100_000 });
    // For load = servers it tends to sqrt(2 / (pi c)).
    expect(share / Math.sqrt(2 / (Math.PI * 100_000))).toBeCloseTo(1, 2);
  });

  it.each([
    // One server waits with probability rho; two servers with 2 rho^2 / (1 + rho).
    [1, 0.7, 0.7],
    [2, 1, 1 / 3],
    [2, 1.6, (2 * 0.64) / 1.8],
    [10, 9, 0.6687315241],
    // Overloaded: everyone waits.
    [4, 4, 1],
    [4, 9, 1],
  ])('C of %i servers and %d erlangs is %d', (serverCount, load, share) => {
    expect(erlangC({ serverCount, load })).toBeCloseTo(share, 6);
  });

  it('refuse half a server and a negative load', () => {
    expect(() => erlangB({ serverCount: 1.5, load: 1 })).toThrow('serverCount 1.5');
    expect(() => erlangB({ serverCount: 1, load: -1 })).toThrow('load -1');
  });
});

describe('waits', () => {
  it('in M/M/1 are rho / (mu - lambda), with the tail rho e^-(mu - lambda) t', () => {
    const queue = { serverCount: 1, ratePerSecond: 8, demandMeanSeconds: 0.1 };
    expect(mmcWaitMeanSeconds(queue)).toBeCloseTo(0.4, 12);
    expect(mmcWaitTail(queue, 0)).toBeCloseTo(0.8, 12);
    expect(mmcWaitTail(queue, 1)).toBeCloseTo(0.8 * Math.exp(-2), 12);
  });

  it('plus demand in M/M/1 are exponential with rate mu - lambda', () => {
    const queue = { serverCount: 1, ratePerSecond: 8, demandMeanSeconds: 0.1 };
    for (const seconds of [0, 0.1, 1, 3])
      expect(mmcLatencyTail(queue, seconds)).toBeCloseTo(Math.exp(-2 * seconds), 12);
  });

  it('plus demand have a tail that integrates to the mean latency, also where both rates are equal', () => {
    // 2 servers of rate 1: at 1 erlang the queue drains with rate 1 as well.
    for (const ratePerSecond of [0.5, 1, 1.0000001, 1.5]) {
      const queue = { serverCount: 2, ratePerSecond, demandMeanSeconds: 1 };
      let integral = 0;
      for (let step = 0; step < 60_000; step++) integral += mmcLatencyTail(queue, (step + 0.5) / 1000) / 1000;
      expect(integral).toBeCloseTo(1 + mmcWaitMeanSeconds(queue), 5);
    }
  });

  it('in M/G/1 grow with the variance: none for M/D/1 is half of M/M/1', () => {
    const base = { ratePerSecond: 8, demandMeanSeconds: 0.1 };
    expect(mg1WaitMeanSeconds({ ...base, demandVariance: 0.01 })).toBeCloseTo(0.4, 12);
    expect(mg1WaitMeanSeconds({ ...base, demandVariance: 0 })).toBeCloseTo(0.2, 12);
  });

  it('never end when the load is not below the servers', () => {
    const queue = { serverCount: 2, ratePerSecond: 20, demandMeanSeconds: 0.1 };
    expect([mmcWaitMeanSeconds(queue), mmcWaitTail(queue, 9), mmcLatencyTail(queue, 9)]).toEqual([Infinity, 1, 1]);
    expect(mg1WaitMeanSeconds({ ratePerSecond: 10, demandMeanSeconds: 0.1, demandVariance: 0 })).toBe(Infinity);
  });
});
