import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallEdgeRun, type CallGraphRun, type PoolRun, pooledCallGraph } from '../../src/results/callGraph.js';
import { histogramOf } from '../support/sampleTotals.js';

const edge = (parts: Partial<CallEdgeRun> = {}): CallEdgeRun => ({
  from: 'web',
  fromClass: 'page',
  to: 'store',
  toClass: 'stock',
  calls: 0,
  tries: 0,
  moved: 0,
  timedOutTries: 0,
  ended: 0,
  failed: 0,
  forgotten: 0,
  latency: histogramOf([]).toSparse(),
  ...parts,
});
const graph = (parts: Partial<CallGraphRun> = {}): CallGraphRun => ({
  edges: [],
  saturations: [],
  pools: [],
  spanSeconds: 100,
  outerRequests: 0,
  entries: {},
  ...parts,
});
const pool = (parts: Partial<PoolRun> = {}): PoolRun => ({
  from: 'web',
  to: 'store',
  size: 2,
  waitedSeconds: 0,
  fullSeconds: 0,
  openSeconds: 100,
  ...parts,
});
const of = (...runs: CallGraphRun[]) => pooledCallGraph(runs, runs[0]);

describe('the call graph of several runs', () => {
  it('is none where none has one, and leaves out runs without', () => {
    expect(pooledCallGraph([], undefined)).toBeUndefined();
    expect(pooledCallGraph([undefined, undefined], undefined)).toBeUndefined();
    const one = graph({ entries: { web: 50 } });
    expect(pooledCallGraph([undefined, one], one)).toEqual(of(one));
  });

  it('begins with what sources send a second, to whatever service of any run', () => {
    const found = of(graph({ entries: { web: 300, api: 20 } }), graph({ entries: { web: 100, store: 10 } }));
    expect(found?.entries).toEqual([
      { service: 'web', requests_per_second: 2 },
      { service: 'api', requests_per_second: 0.1 },
      { service: 'store', requests_per_second: 0.05 },
    ]);
  });

  it('has for each edge the shares of all runs together', () => {
    const latency = histogramOf([0.1, 0.3]).toSparse();
    const found = of(
      graph({
        outerRequests: 100,
        edges: [edge({ calls: 100, tries: 150, timedOutTries: 30, ended: 80, failed: 8, forgotten: 20, latency })],
      }),
      graph({ outerRequests: 300, edges: [edge({ calls: 300, tries: 450, ended: 240, failed: 24, forgotten: 20 })] }),
    );
    expect(found?.edges).toEqual([
      {
        from: 'web',
        from_class: 'page',
        to: 'store',
        to_class: 'stock',
        calls_per_second: 2,
        tries_per_second: 3,
        tries_per_request: 1.5,
        failed_ratio: 0.1,
        timed_out_ratio: 0.05,
        // 40 of 320 + 40.
        forgotten_ratio: 0.111111,
        latency_mean_ms: 200,
        latency_p95_ms: expect.closeTo(300, -1),
      },
    ]);
  });

  it('has no share of nothing', () => {
    expect(of(graph({ edges: [edge({ moved: 5 })] }))?.edges[0]).toMatchObject({
      moved_per_second: 0.05,
      tries_per_request: null,
      failed_ratio: null,
      timed_out_ratio: null,
      forgotten_ratio: null,
      latency_mean_ms: null,
      latency_p95_ms: null,
    });
    expect(of(graph({ edges: [edge()] }))?.edges[0].moved_per_second).toBeUndefined();
  });

  it('keeps edges apart that differ in a service or a class, in the order in which they came', () => {
    const others: Partial<CallEdgeRun>[] = [
      {},
      { from: 'api' },
      { fromClass: 'form' },
      { to: 'db' },
      { toClass: 'row' },
    ];
    const edges = others.map((parts, index) => edge({ ...parts, calls: index + 1 }));
    const found = of(graph({ edges }), graph({ edges: [...edges].reverse() }));
    expect(found?.edges.map(({ calls_per_second }) => calls_per_second * 100)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has as many calls as all of its runs', () => {
    const runs = fc.array(fc.array(fc.record({ to: fc.constantFrom('a', 'b', 'c'), calls: fc.nat(1000) })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(runs, (given) => {
        const found = of(...given.map((edges) => graph({ spanSeconds: 1, edges: edges.map((one) => edge(one)) })));
        const sum = found?.edges.reduce((total, { calls_per_second }) => total + calls_per_second, 0) ?? 0;
        const calls = given.flat().reduce((total, one) => total + one.calls, 0);
        // Six digits of each.
        expect(sum * given.length).toBeCloseTo(calls, -Math.floor(Math.log10(calls + 1)) + 3);
        expect(new Set(found?.edges.map(({ to }) => to)).size).toBe(found?.edges.length);
      }),
    );
  });
});

describe('services that had no more to give', () => {
  const spell = (service: string, by: 'cpu' | 'slots' | 'instances', firstSeconds: number) => ({
    service,
    by,
    firstSeconds,
    spells: [[firstSeconds, firstSeconds + 10]] as const,
  });

  it('are told by how many runs, then by when; with what ran out most often, and the spells of the shown run', () => {
    const runs = [
      graph({ saturations: [spell('late', 'cpu', 50), spell('often', 'slots', 70)] }),
      graph({ saturations: [spell('often', 'cpu', 80), spell('early', 'instances', 20)] }),
      graph({ saturations: [spell('often', 'cpu', 90)] }),
    ];
    expect(of(...runs)?.saturations).toEqual([
      { service: 'often', by: 'cpu', runs: 3, first_s: 80, spells: [[70, 80]] },
      { service: 'early', by: 'instances', runs: 1, first_s: 20, spells: [] },
      { service: 'late', by: 'cpu', runs: 1, first_s: 50, spells: [[50, 60]] },
    ]);
    expect(pooledCallGraph(runs, undefined)?.saturations.map(({ spells }) => spells)).toEqual([[], [], []]);
    const other = graph({
      saturations: [spell('often', 'slots', 1), spell('often', 'slots', 3), spell('often', 'cpu', 2)],
    });
    expect(of(other)?.saturations).toMatchObject([{ by: 'slots', runs: 3, first_s: 2 }]);
  });
});

describe('pools in which calls waited', () => {
  it('are left out where none did', () => {
    expect(of(graph())).not.toHaveProperty('pools');
  });

  it('have the wait of a call, those that did not wait too, the longest first', () => {
    const edges = [
      edge({ calls: 100 }),
      edge({ calls: 300, toClass: 'row' }),
      edge({ calls: 50, to: 'db' }),
      edge({ calls: 1000, from: 'api' }),
    ];
    const found = of(
      graph({ edges, pools: [pool({ waitedSeconds: 3, fullSeconds: 10 }), pool({ to: 'db', waitedSeconds: 5 })] }),
      graph({ pools: [pool({ waitedSeconds: 1, fullSeconds: 20 })] }),
    );
    expect(found?.pools).toEqual([
      { from: 'web', to: 'db', size: 2, runs: 1, full_ratio: 0, wait_mean_ms: 100 },
      { from: 'web', to: 'store', size: 2, runs: 2, full_ratio: 0.15, wait_mean_ms: 10 },
    ]);
  });

  it('are full all the time at most, and count one call at least', () => {
    const [one] = of(graph({ pools: [pool({ waitedSeconds: 2, fullSeconds: 100.001 })] }))?.pools ?? [];
    expect(one).toMatchObject({ full_ratio: 1, wait_mean_ms: 2000 });
  });
});
