import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { mmcWaitMeanSeconds } from '../../src/stats/queueing.js';
import { measure } from './checks.js';
import { exponential } from './law.js';
import { runCase } from './runCase.js';
import type { Check, Setup } from './theoryCase.js';

/** A station: `servers` exponential servers of one request each behind one line. */
interface Station {
  readonly serverCount: number;
  readonly serviceSeconds: number;
  /** Visits of a request, and the calls that make them. */
  readonly visits: number;
  readonly call: object;
}

/**
 * Requests that go through stations one after the other: a front that takes no time and has room for all calls each in turn.
 *
 * So the front's latency is the sum of those at the stations, and while it waits it takes nothing from anyone.
 */
function networkOf(
  stations: Readonly<Record<string, Station>>,
  rest: Pick<ScenarioInput, 'duration' | 'warmup'> & { readonly traffic: object },
): ScenarioInput {
  const entries = Object.entries(stations);
  const classes = entries.map(([name, { serviceSeconds }]) => [name, { route: name, io: exponential(serviceSeconds) }]);
  return {
    name: 'network',
    ...rest,
    requests: {
      tour: { route: 'front', calls: entries.map(([request, { call }]) => ({ request, ...call })) },
      ...Object.fromEntries(classes),
    },
    services: {
      front: {},
      ...Object.fromEntries(
        entries.map(([name, { serverCount }]) => [
          name,
          { instance: { concurrency: 1 }, scaling: { min: serverCount } },
        ]),
      ),
    },
    gateway: { queue: {} },
  } as unknown as ScenarioInput;
}

function expectNear(setup: Setup): void {
  expect(runCase(setup).filter(({ deviation, isPrecise }) => !(deviation <= 4) || !isPrecise)).toEqual([]);
}

const check = (name: string, reference: number): Check => ({
  name,
  of: measure(name),
  reference,
  bias: 0.003,
  power: 0.01,
});

describe('networks of services', () => {
  /*
   * Closed: N users, think time Z, then station 1 and station 2, one exponential server each. Exact mean value analysis
   * (Reiser and Lavenberg, 1980): with n users a request that arrives finds the station as it is with n - 1, so
   *   R_k(n) = S_k (1 + Q_k(n-1)),  X(n) = n / (Z + R_1(n) + R_2(n)),  Q_k(n) = X(n) R_k(n),  Q_k(0) = 0.
   */
  it('closed, two stations in tandem: exact mean value analysis', { tags: ['ci'] }, () => {
    const [userCount, thinkSeconds, demands] = [5, 0.05, [0.02, 0.03]];
    let queues = demands.map(() => 0);
    let throughput = 0;
    let responses: number[] = [];
    for (let users = 1; users <= userCount; users++) {
      responses = demands.map((demand, station) => demand * (1 + queues[station]));
      throughput = users / (thinkSeconds + responses[0] + responses[1]);
      queues = responses.map((response) => throughput * response);
    }
    const stationOf = (serviceSeconds: number) => ({ serverCount: 1, serviceSeconds, visits: 1, call: {} });
    const input = networkOf(
      { first: stationOf(demands[0]), second: stationOf(demands[1]) },
      {
        warmup: '20s',
        duration: '400s',
        traffic: {
          users: { executor: 'constant-vus', vus: userCount, think: exponential(thinkSeconds), request: 'tour' },
        },
      },
    );
    expectNear({
      input,
      checks: [
        check('throughput_per_second', throughput),
        check('latency_mean_ms', 1e3 * (responses[0] + responses[1])),
        check('services.first.latency_mean_ms', 1e3 * responses[0]),
        check('services.second.latency_mean_ms', 1e3 * responses[1]),
      ],
    });
  });

  /*
   * Open: Poisson arrivals and exponential servers, each station visited at rate lambda x visits. By Jackson (1957), and Kelly
   * (1975) for routes that depend on what was visited before, each station is by itself an M/M/c: its wait is Erlang C's,
   * though arrivals at one that is visited again are not Poisson. The latency is the sum of visits x (wait + service).
   */
  it('open, four stations: Erlang C at each', { tags: ['ci'] }, () => {
    const rate = 40;
    const stations: Readonly<Record<string, Station>> = {
      auth: { serverCount: 1, serviceSeconds: 0.015, visits: 1, call: {} },
      cart: { serverCount: 3, serviceSeconds: 0.025, visits: 2, call: { count: 2 } },
      offer: { serverCount: 1, serviceSeconds: 0.03, visits: 0.5, call: { share: 0.5 } },
      ship: { serverCount: 2, serviceSeconds: 0.02, visits: 1.5, call: { count: { geometric: { mean: 1.5 } } } },
    };
    const sojourn = ({ serverCount, serviceSeconds, visits }: Station) =>
      serviceSeconds +
      mmcWaitMeanSeconds({ serverCount, ratePerSecond: rate * visits, demandMeanSeconds: serviceSeconds });
    const input = networkOf(stations, {
      warmup: '30s',
      duration: '330s',
      traffic: { users: { executor: 'constant-arrival-rate', rate, request: 'tour' } },
    });
    const total = Object.values(stations).reduce((sum, station) => sum + station.visits * sojourn(station), 0);
    expectNear({
      input,
      checks: [
        check('latency_mean_ms', 1e3 * total),
        ...Object.entries(stations).map(([name, station]) =>
          check(`services.${name}.latency_mean_ms`, 1e3 * sojourn(station)),
        ),
      ],
    });
  });
});
