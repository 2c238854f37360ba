import { describe, expect, it } from 'vitest';
import { offeredOf, sampleGroups } from '../../../src/engine/totals/sampleGroups.js';
import { sampleGroup } from '../../support/sampleRuns.js';
import { plainModel } from '../../support/sessionRuns.js';
import { evenLoad, ranWorld } from './ranWorld.js';

const { offered: _, ...nobody } = sampleGroup({ latencies: [] }).counts;

/** A second has two pages at web, each of which asks for a row, and one row of its own at the store, which fails; 50 s after 10 s. */
function ran(more: object = {}) {
  return ranWorld({
    name: 'groups',
    duration: '60s',
    warmup: '10s',
    traffic: { pages: evenLoad('page', 2), rows: evenLoad('broken', 1) },
    requests: {
      page: { route: 'web', io: '20ms', calls: [{ request: 'row' }] },
      row: { route: 'store', io: '100ms' },
      broken: { route: 'store', io: '30ms', errorRate: 1 },
    },
    services: { web: { scaling: { min: 1, max: 1 } }, store: { scaling: { min: 1, max: 1 } } },
    slo: { latency: '110ms', objective: 0.9 },
    ...more,
  }).world;
}

describe('samples of groups', () => {
  it('are of each source at each service that it reached, and of calls apart', () => {
    const { groups, callGroups } = sampleGroups(ran());
    const named = (some: typeof groups | undefined) =>
      some?.map(({ source, requestClass, service, counts }) => ({ source, requestClass, service, counts }));
    expect(named(groups)).toEqual([
      {
        source: 'pages',
        requestClass: 'page',
        service: 'web',
        // 120 ms each: later than the SLO allows.
        counts: { ...nobody, offered: 100, completed: 100, attempts: 100 },
      },
      {
        source: 'rows',
        requestClass: 'broken',
        service: 'store',
        counts: { ...nobody, offered: 50, failed: 50, attempts: 50 },
      },
    ]);
    expect(named(callGroups)).toEqual([
      {
        source: '',
        requestClass: 'row',
        service: 'store',
        counts: { ...nobody, offered: 100, completed: 100, good: 100, attempts: 100 },
      },
    ]);
    expect(groups[0].completedLatency.sumSeconds).toBeCloseTo(100 * 0.12, 6);
    expect(groups[1].failedLatency.sumSeconds).toBeCloseTo(50 * 0.03, 6);
    expect([groups[0].queueWait.sumSeconds, groups[0].firstToken, groups[0].tokenGap]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('are without calls where no class calls', () => {
    const requests = { page: { route: 'web', io: '20ms' }, broken: { route: 'store', io: '30ms' } };
    const { groups, ...others } = sampleGroups(ran({ requests }));
    expect(groups.map(({ source, service }) => [source, service])).toEqual([
      ['pages', 'web'],
      ['rows', 'store'],
    ]);
    expect(others).toEqual({});
  });

  it('have iterations that nobody was free for, too', () => {
    const busy = {
      executor: 'constant-arrival-rate',
      rate: 10,
      arrivals: 'even',
      maxVUs: 1,
      preAllocatedVUs: 1,
      request: 'page',
    };
    const requests = { page: { route: 'web', io: '70s' } };
    const services = { web: { scaling: { min: 1, max: 1 } } };
    const { groups } = sampleGroups(ran({ traffic: { busy }, requests, services }));
    // The one user waits for its first answer all the time.
    expect(groups).toHaveLength(1);
    expect(groups[0].counts).toEqual({ ...nobody, offered: 0, droppedIterations: 500 });
  });

  it('have tokens where models answer, and right answers where their quality is known', () => {
    const of = (quality: object) =>
      sampleGroups(
        ran({
          traffic: { chats: evenLoad('chat', 1), pages: evenLoad('page', 1) },
          requests: {
            chat: { route: 'own', promptTokens: 100, outputTokens: 41 },
            page: { route: 'web', io: '20ms' },
          },
          models: { plain: { ...plainModel, ...quality } },
          services: {
            own: { instance: { model: 'plain' }, scaling: { min: 1, max: 1 } },
            web: { scaling: { min: 1, max: 1 } },
          },
          slo: { latency: '10s', objective: 0.9 },
        }),
      ).groups;
    const [chats, pages] = of({ quality: 1 });
    expect(chats.counts).toMatchObject({ answers: 50, right: 50, good: 50 });
    expect(chats.firstToken?.sumSeconds).toBeCloseTo(50 * 0.02, 6);
    expect(chats.tokenGap?.sumSeconds).toBeCloseTo(50 * 0.01, 6);
    expect([pages.counts.answers, pages.firstToken]).toEqual([undefined, undefined]);
    const [unknown] = of({});
    expect([unknown.counts.answers, unknown.counts.right]).toEqual([undefined, undefined]);
    expect(unknown.firstToken).toBeDefined();
  });

  it('offer what ended in any way', () => {
    const { log } = ran();
    const [pages] = log.groups;
    expect(offeredOf(pages)).toBe(100);
    pages.counts.fill(2);
    expect(offeredOf(pages)).toBe(2 * pages.counts.length);
  });
});
