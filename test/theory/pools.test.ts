import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { mmcWaitMeanSeconds } from '../../src/stats/queueing.js';
import { measure } from './checks.js';
import { exponential } from './law.js';
import { runCase } from './runCase.js';
import type { Setup } from './theoryCase.js';

const check = (name: string, reference: number) => ({
  name,
  of: measure(name),
  reference,
  bias: 0.003,
  power: 0.01,
});

function expectNear(setup: Setup): void {
  expect(runCase(setup).filter(({ deviation, isPrecise }) => !(deviation <= 4) || !isPrecise)).toEqual([]);
}

const [poolCount, serviceSeconds] = [3, 0.05];

/** A page that only makes a query, over a pool of one instance; the database itself serves any number. */
const pooled = (rest: object): ScenarioInput =>
  ({
    name: 'pool',
    requests: {
      page: { route: 'web', calls: [{ request: 'query' }] },
      query: { route: 'db', io: exponential(serviceSeconds) },
    },
    services: { web: { instance: { poolTo: { db: poolCount } } }, db: {} },
    ...rest,
  }) as unknown as ScenarioInput;

describe('a pool of n connections', () => {
  // The connections are the servers of an M/M/n, whatever the database could do beside.
  it('open: Erlang C with n servers', { tags: ['ci'] }, () => {
    const rate = 45;
    const wait = mmcWaitMeanSeconds({
      serverCount: poolCount,
      ratePerSecond: rate,
      demandMeanSeconds: serviceSeconds,
    });
    const traffic = { users: { executor: 'constant-arrival-rate', rate, request: 'page' } };
    const latency = check('latency_mean_ms', 1e3 * (wait + serviceSeconds));
    expectNear({ input: pooled({ warmup: '30s', duration: '630s', traffic }), checks: [latency] });
  });

  /*
   * Closed, the tandem of users who think and a pool: the machine repair model (Kleinrock, Queueing Systems 1, 3.8). With k
   * of N at the database, (N - k) / Z come and min(k, n) / s go a second.
   */
  it('closed: the machine repair model with n repairers', { tags: ['ci'] }, () => {
    const [userCount, thinkSeconds] = [8, 0.06];
    const weights = [1];
    for (let inside = 1; inside <= userCount; inside++)
      weights.push(
        (weights[inside - 1] * (userCount - inside + 1) * serviceSeconds) /
          (thinkSeconds * Math.min(inside, poolCount)),
      );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const busy = weights.reduce((sum, weight, inside) => sum + Math.min(inside, poolCount) * weight, 0) / total;
    const throughput = busy / serviceSeconds;
    const think = exponential(thinkSeconds);
    const traffic = { users: { executor: 'constant-vus', vus: userCount, think, request: 'page' } };
    expectNear({
      input: pooled({ warmup: '20s', duration: '400s', traffic }),
      checks: [
        check('throughput_per_second', throughput),
        check('latency_mean_ms', 1e3 * (userCount / throughput - thinkSeconds)),
      ],
    });
  });
});
