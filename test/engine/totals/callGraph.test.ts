import { describe, expect, it } from 'vitest';
import { callGraphOf, ownCalls } from '../../../src/engine/totals/callGraph.js';
import { type Bottleneck, SaturationLog } from '../../../src/record/saturationLog.js';
import { evenLoad, ranWorld } from './ranWorld.js';

/**
 * A second has one checkout at web, which asks for two stocks at once, one connection to the store at a time, and then for a
 * row that always fails; three pages at web; and two stocks of their own. Measured for 100 s after 20 s.
 */
function shop(more: object = {}) {
  return ranWorld({
    name: 'shop',
    duration: '120s',
    warmup: '20s',
    traffic: { checkouts: evenLoad('checkout', 1), pages: evenLoad('page', 3), stocks: evenLoad('stock', 2) },
    requests: {
      checkout: {
        route: 'web',
        cpu: '10ms',
        calls: [{ parallel: [{ request: 'stock', count: 2 }] }, { request: 'row' }],
      },
      page: { route: 'web', io: '20ms' },
      stock: { route: 'store', io: '50ms' },
      row: { route: 'db', io: '5ms', errorRate: 1 },
    },
    services: {
      web: { instance: { concurrency: 20, poolTo: { store: 1, db: 1 } }, scaling: { min: 1, max: 1 } },
      store: { instance: { concurrency: 10 }, scaling: { min: 2, max: 2 } },
      db: { scaling: { min: 1, max: 1 } },
      idle: { scaling: { min: 1, max: 1 } },
    },
    ...more,
  });
}

/** One that says so of each second window of ten seconds. */
function spells(count: number, by: Bottleneck): SaturationLog {
  const log = new SaturationLog();
  const use = { busyVcpuSeconds: 0, slotSeconds: 0, vcpus: 1, slots: 1, isWaiting: false };
  let [busyVcpuSeconds, slotSeconds] = [0, 0];
  log.begin(use);
  for (let window = 0; window < 2 * count; window++) {
    if (window % 2 === 0) {
      if (by === 'cpu') busyVcpuSeconds += 10;
      else slotSeconds += 10;
    }
    log.note({ ...use, busyVcpuSeconds, slotSeconds }, window * 10, (window + 1) * 10);
  }
  return log;
}

describe('who called whom', () => {
  it('is not known where no class calls', () => {
    const requests = { page: { route: 'web', io: '1ms' } };
    const services = { web: { scaling: { min: 1, max: 1 } } };
    const ran = shop({ traffic: { pages: evenLoad('page', 1) }, requests, services });
    expect(callGraphOf(ran.world, ran.saturations)).toBeUndefined();
    expect(ownCalls({ ...ran, assembly: ran.world }, ran.world.services[0], [])).toBeUndefined();
  });

  it('is by class and service, in the order of the calls', () => {
    const { world, saturations } = shop();
    const graph = callGraphOf(world, saturations);
    const counts = { moved: 0, timedOutTries: 0, forgotten: 0 };
    const [stock, row] = graph?.edges ?? [];
    expect(graph?.edges).toHaveLength(2);
    expect(stock).toMatchObject({ from: 'web', fromClass: 'checkout', to: 'store', toClass: 'stock', ...counts });
    expect(stock).toMatchObject({ calls: 200, tries: 200, ended: 200, failed: 0 });
    expect(row).toMatchObject({ from: 'web', fromClass: 'checkout', to: 'db', toClass: 'row', ...counts });
    expect(row).toMatchObject({ calls: 100, tries: 100, ended: 100, failed: 100 });
    // One stock takes 50 ms, the other waits as long for its connection.
    expect(stock.latency.sumSeconds).toBeCloseTo(100 * (0.05 + 0.1), 6);
    expect(row.latency.sumSeconds).toBeCloseTo(100 * 0.005, 6);
  });

  it('begins with what sources send, warm-up apart', () => {
    const { world, saturations } = shop();
    expect(callGraphOf(world, saturations)).toMatchObject({
      entries: { web: 400, store: 200 },
      outerRequests: 600,
      spanSeconds: 100,
    });
    expect(Object.keys(callGraphOf(world, saturations)?.entries ?? {})).toEqual(['web', 'store']);
  });

  it('has the pools in which somebody waited', () => {
    const { world, saturations } = shop();
    const { pools = [] } = callGraphOf(world, saturations) ?? {};
    // Nobody waits for the database: there is one call of it at a time.
    expect(pools).toHaveLength(1);
    expect(pools[0]).toMatchObject({ from: 'web', to: 'store', size: 1 });
    expect(pools[0].waitedSeconds).toBeCloseTo(100 * 0.05, 6);
    expect(pools[0].fullSeconds).toBeCloseTo(100 * 0.05, 6);
    expect(pools[0].openSeconds).toBeCloseTo(100, 6);
  });

  it('has when services had no more to give, as many spells as a picture can show', () => {
    const { world } = shop();
    const saturations = [new SaturationLog(), spells(2, 'slots'), new SaturationLog(), spells(501, 'cpu')];
    const seen = callGraphOf(world, saturations)?.saturations ?? [];
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual({
      service: 'store',
      by: 'slots',
      firstSeconds: 0,
      spells: [
        [0, 10],
        [20, 30],
      ],
    });
    expect(seen[1]).toMatchObject({ service: 'idle', by: 'cpu' });
    expect(seen[1].spells).toHaveLength(500);
    expect(seen[1].spells.at(-1)).toEqual([9980, 9990]);
  });
});

describe('what calls make of one service', () => {
  const of = (name: string) => {
    const ran = shop();
    const target = ran.world.services.find((service) => service.name === name);
    if (target === undefined) throw new Error('it is a service');
    const outer = ran.world.log.groups.slice(0, 3 * 4).filter((_, group) => group % 4 === target.index);
    return ownCalls({ ...ran, assembly: ran.world }, target, outer);
  };

  it('is its share of the time, and the slots that waited for calls', () => {
    const web = of('web');
    expect(web).toMatchObject({ outerAttempts: 400, pathCount: 600, windows: 10, saturatedWindows: 0 });
    // 10 ms of each checkout and 20 of each page; of the stocks 100 ms and 50, of a row 5.
    expect(web?.pathSeconds).toBeCloseTo(100 * 0.01 + 300 * 0.02, 6);
    expect(web?.allPathSeconds).toBeCloseTo(100 * 0.115 + 300 * 0.02 + 200 * 0.05, 6);
    expect(web?.callingSeconds).toBeCloseTo(100 * 0.105, 6);
    expect(web?.slotSeconds).toBeCloseTo(100 * 0.115 + 300 * 0.02, 6);
    expect(web?.slotCapacitySeconds).toBeCloseTo(20 * 100, 6);
  });

  it('is nothing of its own where it only answers', () => {
    const store = of('store');
    expect(store).toMatchObject({ outerAttempts: 200, callingSeconds: 0 });
    expect(store?.slotSeconds).toBeCloseTo(400 * 0.05, 6);
    expect(store?.slotCapacitySeconds).toBeCloseTo(2 * 10 * 100, 6);
    expect(of('db')).toMatchObject({ outerAttempts: 0, slotCapacitySeconds: undefined });
  });

  it('has no slots at a provider', () => {
    const ran = shop({
      traffic: { asks: evenLoad('ask', 1) },
      requests: {
        ask: { route: 'web', io: '10ms', calls: [{ request: 'answer' }] },
        answer: { route: 'bought', promptTokens: 10, outputTokens: 11 },
      },
      services: { web: { instance: { concurrency: 20 }, scaling: { min: 1, max: 1 } } },
      ai: { providers: { bought: { ttft: '200ms', tokensPerSecond: 10, price: { input: 1, output: 1 } } } },
    });
    const [provider] = ran.world.providers;
    const own = ownCalls({ ...ran, assembly: ran.world }, provider, []);
    expect(own).toMatchObject({ slotSeconds: 0, slotCapacitySeconds: undefined, saturatedWindows: 0, windows: 0 });
    // 200 ms to the first token, and ten more at ten a second; the last is not answered by the end.
    expect(own?.pathSeconds).toBeCloseTo(99 * 1.2, 6);
    const graph = callGraphOf(ran.world, ran.saturations);
    expect(graph?.edges).toMatchObject([{ from: 'web', to: 'bought', calls: 100 }]);
    expect(graph?.entries).toEqual({ web: 100 });
  });
});
