import { describe, expect, it } from 'vitest';
import type { AssembledService } from '../../../src/engine/assembleService.js';
import type { PolicyAtWork } from '../../../src/engine/policyAtWork.js';
import { askedSources, lagSources } from '../../../src/engine/totals/lagSources.js';
import { demandTotals, type ServiceDemand, serviceDemand } from '../../../src/engine/totals/serviceDemand.js';
import { defaultFeed, type MetricFeed } from '../../../src/telemetry/feed.js';
import { curveFrom } from '../../support/stepCurves.js';
import { ranWorld } from './ranWorld.js';

interface Setup {
  readonly warmup?: string;
  readonly rates?: readonly [first: number, second: number];
  readonly max?: number;
  readonly instance?: object;
  readonly scaling?: object;
  readonly more?: object;
}

/** One instance bears 8 requests a second, and costs a dollar for a thousand seconds. From 40 s to 100 s the rate is another. */
function ran({ warmup = '0s', rates = [8, 80], max = 20, instance = {}, scaling = {}, more = {} }: Setup = {}) {
  const [startRate, target] = rates;
  const stages = [
    { duration: '40s', target: startRate },
    { duration: '0s', target },
    { duration: '60s', target },
  ];
  return ranWorld({
    name: 'demand',
    duration: '100s',
    warmup,
    traffic: { load: { executor: 'ramping-arrival-rate', startRate, stages } },
    requests: { page: { route: 'web', cpu: '100ms' } },
    services: {
      web: { instance: { startup: '10s', price: 3.6, ...instance }, scaling: { min: 1, max, initial: 1, ...scaling } },
    },
    cloud: { billing: { granularity: '1s', minimum: '0s', from: 'launch' } },
    gateway: { queue: { limit: 10 } },
    ...more,
  });
}

function demandOf(setup: Setup = {}, policyOf?: (service: AssembledService) => PolicyAtWork): ServiceDemand {
  const { world, snapshots } = ran(setup);
  const [service] = world.services;
  const policies = policyOf === undefined ? [] : [policyOf(service)];
  const demand = serviceDemand(world, service, { policies, snapshots });
  if (demand === undefined) throw new Error('its need is known');
  return demand;
}

function policyWith(service: AssembledService, feeds: readonly MetricFeed[]): PolicyAtWork {
  return {
    name: 'some.ts',
    bounds: service.bounds,
    metricsRead: () => new Set(),
    service,
    controllerCount: 1,
    feeds,
    periodSeconds: () => 45,
    isDone: () => false,
    findings: () => [],
  };
}

/** A feed that collects every 20 s and shows what it found 3 s later. */
const slowFeed: MetricFeed = {
  name: 'slow',
  metrics: ['in_flight'],
  timing: { scrapeSeconds: 20, windowSeconds: 60, delaySeconds: 3, staleAfterSeconds: 300 },
  needsWholeWindow: false,
  from: 'a test',
};

describe('the demand of a service', () => {
  it('is what the rate needs, and its cost in hindsight', () => {
    const { needed, ready, oracleUsd, periodSeconds, hasNodes } = demandOf();
    expect([needed.seconds, needed.values]).toEqual([
      [0, 40],
      [1, 10],
    ]);
    expect([ready.seconds, ready.values]).toEqual([[0], [1]]);
    // 1 for 40 s, 10 for 60 s, and nine startups of 10 s.
    expect(oracleUsd).toBeCloseTo(0.73, 9);
    expect([periodSeconds, hasNodes]).toEqual([15, false]);
  });

  it('does not cost in hindsight what the service may not have', () => {
    // 5 for 60 s, and four startups; the curve shows the whole need.
    const { needed, oracleUsd, jumps } = demandOf({ max: 5 });
    expect(needed.values).toEqual([1, 10]);
    expect(oracleUsd).toBeCloseTo(0.38, 9);
    expect(jumps.map(({ neededFrom, neededTo }) => [neededFrom, neededTo])).toEqual([[1, 5]]);
  });

  it('costs from the end of the warm-up, those that are there then till the end of their use', () => {
    const billing = { granularity: '1h', minimum: '0s', from: 'launch' };
    const falling: Setup = { rates: [80, 8], more: { cloud: { billing } } };
    // Ten hours begin with the run; after a warm-up nine were begun so that they end at 40 s.
    expect(demandOf(falling).oracleUsd).toBeCloseTo(1, 9);
    expect(demandOf({ ...falling, warmup: '20s' }).oracleUsd).toBeCloseTo(0.26, 9);
  });

  it('has what is billed by duration at what it costs anyway', () => {
    const perRequest = { bill: 'duration', pricePerMillion: 1000, idleTimeout: '10s' };
    const setup: Setup = {
      instance: { concurrency: 1 },
      scaling: { min: 0, max: 200, initial: undefined, perRequest },
      more: { gateway: {}, requests: { page: { route: 'web', io: '100ms' } } },
    };
    const { world, snapshots } = ran(setup);
    const [service] = world.services;
    const { begunCount, servingSeconds } = service.fleet.workTotals();
    const demand = serviceDemand(world, service, { policies: [], snapshots });
    expect(begunCount).toBeGreaterThan(4000);
    expect(demand?.oracleUsd).toBeCloseTo(servingSeconds / 1000 + begunCount / 1000, 9);
    expect(demand?.jumps).toEqual([]);
    // Billed by the lives of instances, hindsight is as for any service.
    const idle = { ...setup, scaling: { ...setup.scaling, perRequest: { idleTimeout: '10s' } } };
    expect(demandOf(idle).oracleUsd).toBeLessThan(1);
  });

  it('has a cost in hindsight unless nodes have a price', () => {
    const onNodes = (price: number, instance: object = {}) =>
      demandOf({
        instance: { node: 'm5', cpuRequest: 1, ...instance },
        more: { nodes: { m5: { vcpus: 40, memory: '16GiB', max: 20, price } } },
      });
    expect(onNodes(0)).toMatchObject({ hasNodes: true, oracleUsd: expect.closeTo(0.73, 9) });
    expect(onNodes(1, { price: undefined })).toMatchObject({ hasNodes: true, oracleUsd: undefined });
  });

  it('is not known where the next request waits for the last answer', () => {
    const users = { executor: 'constant-vus', vus: 5, think: '1s' };
    const { world, snapshots } = ran({ more: { traffic: { users } } });
    expect(serviceDemand(world, world.services[0], { policies: [], snapshots })).toBeUndefined();
  });

  it('is measured by how its own policy sees and decides', () => {
    const blind = demandOf({}, (service) => policyWith(service, []));
    expect(blind.periodSeconds).toBe(45);
    expect(blind.jumps).toEqual(demandOf().jumps);
    const { jumps } = demandOf({ more: { telemetry: { phase: '5s' } } }, (service) => policyWith(service, [slowFeed]));
    // Collected at 45 s, shown at 48 s; nobody ever asked for more.
    expect(jumps).toMatchObject([
      { atSeconds: 40, isAnswered: false, parts: { metricSeconds: 8, decisionSeconds: 52 } },
    ]);
  });
});

describe('what lags are read from', () => {
  const scrapesOf = (feeds: readonly MetricFeed[], telemetry: object = {}) => {
    const { world } = ran({ more: { telemetry: { phase: '5s', ...telemetry } } });
    return lagSources(world, world.services[0], { needed: curveFrom([[0, 1]]), feeds }).scrapes;
  };

  it('is each way by which a policy sees the load; values of the instant cover nothing', () => {
    const windowed: MetricFeed = { ...slowFeed, name: 'rate', metrics: ['request_rate', 'in_flight'] };
    expect(scrapesOf([slowFeed, windowed])).toMatchObject([
      { scrapeSeconds: 20, windowSeconds: 0, delaySeconds: 3, phaseSeconds: 5 },
      { scrapeSeconds: 20, windowSeconds: 60, delaySeconds: 3, phaseSeconds: 5 },
    ]);
  });

  it('is, of the defaults, the one way that most metrics take', () => {
    const metrics = { queue_depth: { scrape: '1s' }, request_rate: { scrape: '2s' } };
    expect(scrapesOf([defaultFeed], { metrics })).toMatchObject([{ scrapeSeconds: 15, windowSeconds: 60 }]);
    const own: MetricFeed = { ...slowFeed, metrics: ['queue_depth', 'request_rate', 'in_flight'] };
    expect(scrapesOf([own], { metrics }).map(({ scrapeSeconds }) => scrapeSeconds)).toEqual([1, 2, 20]);
  });

  it('is the slow start, and when instances began where they wait for nodes', () => {
    const plain = ran().world;
    const needed = curveFrom([[0, 1]]);
    const of = (world: typeof plain) => lagSources(world, world.services[0], { needed, feeds: [defaultFeed] });
    expect(of(plain)).toMatchObject({ slowStartSeconds: 0, startTimes: undefined, nodeWaits: undefined });
    const nodes = { m5: { vcpus: 40, memory: '16GiB', max: 20 } };
    const placed = ran({
      instance: { node: 'm5', cpuRequest: 1, slowStart: { factor: 2, for: '30s' } },
      more: { nodes },
    }).world;
    expect(of(placed).slowStartSeconds).toBe(30);
    expect(of(placed).startTimes).toBe(placed.services[0].fleetLog.startTimes);
    expect(of(placed).nodeWaits).toBeDefined();
  });

  it('is what was asked for, up to the maximum, where the need is not known', () => {
    const { world } = ran({ max: 5 });
    const [web] = world.services;
    const needs = () => askedSources(world, web).needed;
    expect([needs().seconds, needs().values]).toEqual([[0], [1]]);
    const said = { result: 'clamped', rule: undefined, reason: undefined } as const;
    for (const [timeSeconds, desired, before] of [
      [20, 4, 1],
      [50, 9, 4],
    ])
      web.decisions.record({ ...said, timeSeconds, desired, before, wished: desired, applied: Math.min(5, desired) });
    expect([needs().seconds, needs().values]).toEqual([
      [0, 20, 50],
      [1, 4, 5],
    ]);
    expect(askedSources(world, web).scrapes).toHaveLength(1);
  });
});

describe('the demand of several services', () => {
  const span = { fromSeconds: 0, toSeconds: 100 };

  it('is not known where that of one is not', () => {
    const known = demandOf();
    expect(demandTotals([known, undefined], span)).toBeUndefined();
    expect(demandTotals([undefined], span)).toBeUndefined();
    expect(demandTotals([known], span)).toBeDefined();
  });

  it('adds up the cost in hindsight, where it is known of all', () => {
    const known = demandOf();
    expect(demandTotals([known, known, demandOf({ max: 5 })], span)?.oracleUsd).toBeCloseTo(0.73 * 2 + 0.38, 9);
    expect(demandTotals([known, { ...known, oracleUsd: undefined }], span)?.oracleUsd).toBeUndefined();
    expect(demandTotals([{ ...known, oracleUsd: undefined }, known], span)?.oracleUsd).toBeUndefined();
  });

  it('has all rises, and waits for nodes where one of them needs some', () => {
    const known = demandOf();
    const both = demandTotals([known, { ...known, hasNodes: true }], span);
    expect(both?.lag).toMatchObject({ riseCount: 2, answeredCount: 0, nodeSeconds: 0 });
    expect(demandTotals([known], span)?.lag.nodeSeconds).toBeUndefined();
    expect(both?.elasticity.neededChanges).toBe(2);
    // Nine more wanted for 60 s than there are, and they never come.
    expect(demandTotals([known], span)?.elasticity.underSeconds).toBeCloseTo(60, 9);
    expect(demandTotals([known], span)?.response.settlingSeconds).toBe(Number.POSITIVE_INFINITY);
  });
});
