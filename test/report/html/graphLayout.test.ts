import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../../src/report/analysis/callGraph.js';
import { studyOf } from '../../../src/report/analysis/study.js';
import { graphDetails, graphFinding } from '../../../src/report/callWords.js';
import { textWidth } from '../../../src/report/html/charts/canvas.js';
import { type GraphLayout, graphLayout, linePixels } from '../../../src/report/html/charts/graphLayout.js';
import { callGraphDataOf, graphDataOf, latencySharesDataOf } from '../../../src/report/html/data/callGraphData.js';
import { renderHtmlReport } from '../../../src/report/html/page.js';
import { hasResults } from '../../../src/results/results.js';
import { graphDocument, graphShapes, withGraph } from './graphDocument.js';
import { richDocument } from './richDocument.js';

interface Box {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxesOf({ nodes, edges }: GraphLayout): Box[] {
  return [
    ...nodes.map(({ node, x, y, width, height }) => ({
      name: node.name,
      left: x,
      top: y,
      right: x + width,
      bottom: y + height,
    })),
    ...[
      ...edges.map(({ edge, label }) => ({ name: `${edge.from} to ${edge.to}`, label })),
      ...nodes.flatMap(({ node, entry }) =>
        entry === undefined ? [] : [{ name: `users to ${node.name}`, label: entry.label }],
      ),
    ].map(({ name, label: { x, y, lines } }) => ({
      name,
      left: x,
      top: y - linePixels * lines.length + 4,
      right: x + Math.max(...lines.map((line) => textWidth(line))),
      bottom: y + 2,
    })),
  ];
}

function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((a, index) =>
    boxes
      .slice(0, index)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.01 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.01,
      )
      .map((b) => `${a.name} x ${b.name}`),
  );
}

const [bare] = richDocument({ policies: 1, runs: 1, services: ['web'] }).scenarios[0].policies.filter(hasResults);

const calls = fc
  .record({
    count: fc.integer({ min: 1, max: 20 }),
    pairs: fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 40 }),
    length: fc.constantFrom(3, 12, 60),
  })
  .map(({ count, pairs, length }): Readonly<Record<string, string[]>> => {
    const names = Array.from({ length: count }, (_, index) => `${index}-${'x'.repeat(length)}`);
    const calleesOf = (index: number) =>
      pairs.filter(([from]) => from % count === index).map(([, to]) => names[to % count]);
    return Object.fromEntries(names.map((name, index) => [name, [...new Set(calleesOf(index))]]));
  });

describe('the graph of the services', () => {
  it('puts nothing over anything and stays in its width, whoever calls whom', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(calls, fc.constantFrom(1088, 700, 358), fc.array(fc.nat(19)), (whom, width, more) => {
        const policy = withGraph(bare, whom, []);
        const names = Object.keys(whom);
        const entries = [...new Set([0, ...more].map((place) => names[place % names.length]))].map((service) => ({
          service,
          requests_per_second: 1234.5,
        }));
        const graph = graphOf({ ...policy, callGraph: { edges: [], saturations: [], ...policy.callGraph, entries } });
        if (graph === undefined) throw new Error('the policy has no graph');
        const data = graphDataOf(graph, 0);
        const layout = graphLayout(data, width);
        expect(layout.nodes).toHaveLength(data.nodes.length);
        expect(layout.edges).toHaveLength(data.edges.length);
        const boxes = boxesOf(layout);
        expect(overlaps(boxes)).toEqual([]);
        for (const { name, left, right, top, bottom } of boxes) {
          expect(left, name).toBeGreaterThanOrEqual(0);
          expect(right, name).toBeLessThanOrEqual(width + 0.01);
          expect(top, name).toBeGreaterThanOrEqual(-8);
          expect(bottom, name).toBeLessThanOrEqual(layout.height + 2);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each(['calls of two', 'calls that meet again'])(
    'draws every arrow to the side of the service that is called: %s',
    (name) => {
      const [data] = callGraphDataOf(studyOf(graphDocument(graphShapes[name]).scenarios[0]));
      const { nodes, edges } = graphLayout(data, 1600);
      const placed = new Map(nodes.map((one) => [one.node.name, one]));
      for (const { edge, points } of edges) {
        const to = placed.get(edge.to);
        const [x, y] = points[points.length - 1];
        expect(x).toBeCloseTo(to?.x ?? Number.NaN, 6);
        expect(y).toBeGreaterThan(to?.y ?? Number.NaN);
        expect(y).toBeLessThan((to?.y ?? Number.NaN) + (to?.height ?? 0));
      }
    },
  );
});

describe('the depth of a service', () => {
  it('is the longest way from users, and a call back to them does not count', () => {
    const whom = { db: [], store: ['web', 'db'], web: ['store', 'db'] };
    const policy = withGraph(bare, whom, []);
    const entries = [{ service: 'web', requests_per_second: 1 }];
    const graph = graphOf({ ...policy, callGraph: { edges: [], saturations: [], ...policy.callGraph, entries } });
    expect(graph?.services.map(({ name, depth }) => [name, depth])).toEqual([
      ['web', 0],
      ['store', 1],
      ['db', 2],
    ]);
  });
});

describe('what is said of the graph', () => {
  const graphIn = (name: string) => {
    const [scenario] = graphDocument(graphShapes[name]).scenarios;
    const [policy] = scenario.policies.filter(hasResults);
    const found = graphOf(policy);
    if (found === undefined) throw new Error('the document has no graph');
    return { scenario, found };
  };

  it('names who saturates first, when, and whose slots wait for it', () => {
    const { scenario, found } = graphIn('calls that meet again');
    expect(graphFinding(found, scenario)).toBe(
      'ledger saturates first, at 00:30:00, by its slots: the slots of web wait for it',
    );
    expect(graphDetails(found)[0]).toMatch(/^ledger is saturated 40.% of the time, /);
    expect(graphDetails(found)[1]).toMatch(/^web is saturated 40.% of the time, 90.% of its busy slots wait for calls/);
  });

  it('says where the latency is when no service saturates', () => {
    const { scenario, found } = graphIn('calls of two');
    expect(graphFinding(found, scenario)).toMatch(
      /^No service saturates; 50.% of the latency is in web, 150 ms a request$/,
    );
  });

  it('takes of services that saturate together the one that the others wait for', () => {
    const document = graphDocument({ calls: { web: ['db'], db: [] }, saturated: ['web', 'db'], policies: 1 });
    const [policy] = document.scenarios[0].policies.filter(hasResults);
    const saturations = policy.callGraph?.saturations.map((one) => ({ ...one, first_s: 1800 })) ?? [];
    const found = graphOf({ ...policy, callGraph: { entries: [], edges: [], ...policy.callGraph, saturations } });
    expect(found?.cause?.name).toBe('db');
  });

  it('names the pool that calls wait for: first where the service behind it has room, beside it where not', () => {
    const poolIn = (saturated: readonly string[], full_ratio = 0.713) => {
      const document = graphDocument({ calls: { web: ['db'], db: [] }, saturated, policies: 1 });
      const [scenario] = document.scenarios;
      const [policy] = scenario.policies.filter(hasResults);
      const pools = [{ from: 'web', to: 'db', size: 5, runs: 1, full_ratio, wait_mean_ms: 1234 }];
      const found = graphOf({
        ...policy,
        callGraph: { entries: [], edges: [], saturations: [], ...policy.callGraph, pools },
      });
      if (found === undefined) throw new Error('the document has no graph');
      const drawn = graphDataOf(found, 0).edges[0].lines.join();
      return { finding: graphFinding(found, scenario), details: graphDetails(found).join(), drawn };
    };
    const waits = 'web waits for connections to db: its 5 an instance are taken 71\u202f% of the time, 1.23 s a call';
    expect(poolIn([]).finding).toBe(waits);
    expect(poolIn([]).details).toBe('');
    expect(poolIn([]).drawn).toContain('pool of 5: 71\u202f% full');
    expect(poolIn(['web']).finding).toBe(`${waits}; the slots of web wait for one`);
    expect(poolIn(['db']).finding).toMatch(/^db alone saturates/);
    expect(poolIn(['db']).details).toContain(waits);
    // A pool that is hardly ever full is none to speak of.
    expect(poolIn([], 0.001).finding).toMatch(/^No service saturates/);
    expect(poolIn([], 0.001).drawn).not.toContain('pool');
  });

  it('is nothing, on the page neither, where no class calls', () => {
    const document = richDocument({ policies: 1 });
    expect(callGraphDataOf(studyOf(document.scenarios[0]))).toEqual([]);
    expect(latencySharesDataOf(studyOf(document.scenarios[0]))).toBeUndefined();
    expect(renderHtmlReport(document, { clientScript: '' })).not.toContain('data-chart="callGraph"');
  });

  it('adds the shares of a bar up to the whole', () => {
    for (const shape of Object.values(graphShapes)) {
      const data = latencySharesDataOf(studyOf(graphDocument(shape).scenarios[0]));
      for (const { parts } of data?.bars ?? [])
        expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(data?.bars.length).toBeGreaterThan(0);
    }
  });
});
