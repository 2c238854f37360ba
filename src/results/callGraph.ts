import { z } from 'zod';
import { Histogram, type SparseHistogram } from '../stats/histogram.js';

/** One call of one class between two services, in one run; counts are of calls that arrived in the span. */
export interface CallEdgeRun {
  readonly from: string;
  readonly fromClass: string;
  readonly to: string;
  readonly toClass: string;
  readonly calls: number;
  readonly tries: number;
  /** Calls that went on from here to another service of their route, and are counted there. */
  readonly moved: number;
  readonly timedOutTries: number;
  readonly ended: number;
  readonly failed: number;
  readonly forgotten: number;
  readonly latency: SparseHistogram;
}

/** When a service of one run had no more to give. */
export interface SaturationRun {
  readonly service: string;
  /** What ran out first. */
  readonly by: Bottleneck;
  /** Seconds of the run, of the first saturated window. */
  readonly firstSeconds: number;
  readonly spells: readonly (readonly [number, number])[];
}

/** The pools of connections of all instances of a service to another, in one run; seconds of the span. */
export interface PoolRun {
  readonly from: string;
  readonly to: string;
  /** Connections of one instance. */
  readonly size: number;
  /** That calls waited for a connection; that pools had calls waiting; that pools were there. */
  readonly waitedSeconds: number;
  readonly fullSeconds: number;
  readonly openSeconds: number;
}

/** Who called whom in one run. */
export interface CallGraphRun {
  readonly edges: readonly CallEdgeRun[];
  readonly saturations: readonly SaturationRun[];
  readonly pools: readonly PoolRun[];
  readonly spanSeconds: number;
  readonly outerRequests: number;
  /** [service] requests of sources that it got. */
  readonly entries: Readonly<Record<string, number>>;
}

const bottlenecks = ['cpu', 'slots', 'instances'] as const;
type Bottleneck = (typeof bottlenecks)[number];

const ratio = z.number().min(0).max(1).nullable();

/** Who calls whom, over all replications together; only where a class calls. Measures of each service are in `measures`. */
export const callGraphSchema = z.object({
  /** What sources send. */
  entries: z.array(z.object({ service: z.string(), requests_per_second: z.number() })),
  edges: z.array(
    z.object({
      from: z.string(),
      from_class: z.string(),
      to: z.string(),
      to_class: z.string(),
      calls_per_second: z.number(),
      tries_per_second: z.number(),
      /** Calls that went on from here to another service of their route, and are counted there; left out where none did. */
      moved_per_second: z.number().optional(),
      /** Tries a request of all sources: what retries, and calls of several, make of one. */
      tries_per_request: z.number().nullable(),
      /** Of the calls that ended while their caller waited: those that failed in the end. */
      failed_ratio: ratio,
      /** Tries given up in time, of all tries. */
      timed_out_ratio: ratio,
      /** Calls that ended when nobody waited for them any more, of all that ended. */
      forgotten_ratio: ratio,
      /** Call to answer, good or bad, as the caller saw it. */
      latency_mean_ms: z.number().nullable(),
      latency_p95_ms: z.number().nullable(),
    }),
  ),
  /** Services that were saturated, the first one first: replications in which they were, and when, in the shown replication. */
  saturations: z.array(
    z.object({
      service: z.string(),
      /** What ran out first, in most of these replications. */
      by: z.enum(bottlenecks),
      runs: z.int().min(1),
      /** Mean over these replications of when it first was, seconds of the run. */
      first_s: z.number(),
      spells: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  /** Pools of connections (`poolTo`) in which calls waited, the longest wait first; left out where none did. */
  pools: z
    .array(
      z.object({
        from: z.string(),
        to: z.string(),
        /** Connections of one instance. */
        size: z.int().min(1),
        /** Replications in which a call waited. */
        runs: z.int().min(1),
        /** Of the time of the pools: with every connection taken and calls that wait. */
        full_ratio: z.number().min(0).max(1),
        /** A call, those that did not wait too. */
        wait_mean_ms: z.number(),
      }),
    )
    .optional(),
});

export type CallGraph = z.output<typeof callGraphSchema>;
export type CallEdge = CallGraph['edges'][number];
export type FullPool = NonNullable<CallGraph['pools']>[number];
export type Saturation = CallGraph['saturations'][number];

/** The graphs of all replications as one; undefined where no class calls. @param shown whose spells are told */
export function pooledCallGraph(
  runs: readonly (CallGraphRun | undefined)[],
  shown: CallGraphRun | undefined,
): CallGraph | undefined {
  const graphs = runs.filter((run) => run !== undefined);
  if (graphs.length === 0) return undefined;
  const seconds = graphs.reduce((sum, { spanSeconds }) => sum + spanSeconds, 0);
  const requests = graphs.reduce((sum, { outerRequests }) => sum + outerRequests, 0);
  const services = [...new Set(graphs.flatMap(({ entries }) => Object.keys(entries)))];
  return {
    entries: services.map((service) => ({
      service,
      requests_per_second: sixDigits(graphs.reduce((sum, { entries }) => sum + (entries[service] ?? 0), 0) / seconds),
    })),
    edges: [
      ...groupBy(
        graphs.flatMap(({ edges }) => edges),
        edgeKey,
      ).values(),
    ].map((edges) => pooledEdge(edges, { seconds, requests })),
    saturations: pooledSaturations(graphs, shown),
    ...pooledPools(graphs),
  };
}

function edgeKey({ from, fromClass, to, toClass }: CallEdgeRun): string {
  return JSON.stringify([from, fromClass, to, toClass]);
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function pooledEdge(
  edges: readonly CallEdgeRun[],
  { seconds, requests }: { readonly seconds: number; readonly requests: number },
): CallEdge {
  const [{ from, fromClass, to, toClass }] = edges;
  const sum = (numberOf: (edge: CallEdgeRun) => number) => edges.reduce((total, edge) => total + numberOf(edge), 0);
  const [calls, tries, ended] = [sum((edge) => edge.calls), sum((edge) => edge.tries), sum((edge) => edge.ended)];
  const [forgotten, moved] = [sum((edge) => edge.forgotten), sum((edge) => edge.moved)];
  const latency = new Histogram();
  for (const edge of edges) latency.addSparse(edge.latency);
  const inMs = (value: number | undefined) => (value === undefined ? null : sixDigits(value * 1e3));
  return {
    from,
    from_class: fromClass,
    to,
    to_class: toClass,
    calls_per_second: sixDigits(calls / seconds),
    tries_per_second: sixDigits(tries / seconds),
    ...(moved === 0 ? {} : { moved_per_second: sixDigits(moved / seconds) }),
    tries_per_request: share(tries, requests),
    failed_ratio: share(
      sum((edge) => edge.failed),
      ended,
    ),
    timed_out_ratio: share(
      sum((edge) => edge.timedOutTries),
      tries,
    ),
    forgotten_ratio: share(forgotten, ended + forgotten),
    latency_mean_ms: inMs(latency.meanSeconds),
    latency_p95_ms: inMs(latency.quantileSeconds(0.95)),
  };
}

function pooledSaturations(graphs: readonly CallGraphRun[], shown: CallGraphRun | undefined): Saturation[] {
  const byService = groupBy(
    graphs.flatMap(({ saturations }) => saturations),
    ({ service }) => service,
  );
  const all = [...byService].map(([service, runs]) => ({
    service,
    by: mostOften(runs.map(({ by }) => by)),
    runs: runs.length,
    first_s: sixDigits(runs.reduce((sum, { firstSeconds }) => sum + firstSeconds, 0) / runs.length),
    spells: (shown?.saturations.find((one) => one.service === service)?.spells ?? []).map(
      ([from, until]): [number, number] => [from, until],
    ),
  }));
  return all.sort((a, b) => b.runs - a.runs || a.first_s - b.first_s);
}

function pooledPools(graphs: readonly CallGraphRun[]): Pick<CallGraph, 'pools'> {
  const byEnds = groupBy(
    graphs.flatMap(({ pools }) => pools),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  if (byEnds.size === 0) return {};
  const edges = graphs.flatMap((graph) => graph.edges);
  const pools = [...byEnds.values()].map((runs) => {
    const [{ from, to, size }] = runs;
    const sum = (numberOf: (run: PoolRun) => number) => runs.reduce((total, run) => total + numberOf(run), 0);
    const calls = edges.reduce((total, one) => total + (one.from === from && one.to === to ? one.calls : 0), 0);
    const openSeconds = sum((run) => run.openSeconds);
    return {
      from,
      to,
      size,
      runs: runs.length,
      full_ratio: sixDigits(Math.min(1, sum((run) => run.fullSeconds) / openSeconds)),
      wait_mean_ms: sixDigits((1e3 * sum((run) => run.waitedSeconds)) / Math.max(1, calls)),
    };
  });
  return { pools: pools.sort((a, b) => b.wait_mean_ms - a.wait_mean_ms) };
}

function mostOften(words: readonly Bottleneck[]): Bottleneck {
  const countOf = (word: Bottleneck) => words.filter((other) => other === word).length;
  return [...bottlenecks].sort((a, b) => countOf(b) - countOf(a))[0];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : sixDigits(part / whole);
}

function sixDigits(value: number): number {
  return Number(value.toPrecision(6));
}
