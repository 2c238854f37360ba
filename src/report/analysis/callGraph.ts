import type { CallEdge, CallGraph, FullPool, Saturation } from '../../results/callGraph.js';
import { partsOf } from '../../results/partName.js';
import type { PolicyResult } from '../../results/results.js';

/** One service or provider of the graph, with what its measures say. */
export interface GraphService {
  readonly name: string;
  /** Longest way from a service that sources send to; 0 for those, and for one that gets nothing. */
  readonly depth: number;
  /** Requests of sources a second that go straight to it. */
  readonly requestsPerSecond: number;
  readonly getsNothing: boolean;
  /** It has no instances. */
  readonly isProvider: boolean;
  /** Busy share of its vCPUs, and of its slots; undefined where there is no such limit. */
  readonly cpuRatio: number | undefined;
  readonly slotsRatio: number | undefined;
  /** Of the time that its slots are held: waiting for calls. */
  readonly callingRatio: number | undefined;
  readonly latencyShare: number | undefined;
  readonly latencyPartMs: number | undefined;
  readonly waiting: number | undefined;
  readonly instances: number | undefined;
  readonly saturatedRatio: number;
  readonly saturation: Saturation | undefined;
}

/** All calls from one service to another, of whatever classes. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly callsPerSecond: number;
  readonly triesPerSecond: number;
  /** Calls that went on from here to another service of their route. */
  readonly movedPerSecond: number;
  readonly triesPerRequest: number | undefined;
  readonly failedRatio: number | undefined;
  /** The highest of its classes. */
  readonly latencyP95Ms: number | undefined;
  /** Where its caller has a pool of connections in which calls waited for more than a moment. */
  readonly pool: FullPool | undefined;
}

/** The graph of the calls of one policy. */
export interface GraphOfPolicy {
  /** By depth, then in the order of the scenario. */
  readonly services: readonly GraphService[];
  readonly edges: readonly GraphEdge[];
  /** The saturated service that the others wait for: the first one, and of those at the same time the deepest. */
  readonly cause: GraphService | undefined;
  /** The pool of connections that holds up its callers while the service behind it has room. */
  readonly narrowPool: FullPool | undefined;
}

/** A pool that calls wait for less than this of the time is none to speak of. */
const fullLeast = 0.01;
/** Services saturate one after another, and their windows are ten seconds long. */
const sameTimeSeconds = 10;

/** Undefined where no class calls, and in documents of earlier versions. */
export function graphOf(policy: PolicyResult): GraphOfPolicy | undefined {
  const { callGraph, measures } = policy;
  if (callGraph === undefined) return undefined;
  const edges = mergedEdges(callGraph);
  const isOnEdge = (name: string) => edges.some(({ from, to }) => from === name || to === name);
  const providers = partsOf('providers', measures).filter(isOnEdge);
  const names = [...namesWithTries(measures), ...providers];
  const entries = new Map(callGraph.entries.map((entry) => [entry.service, entry.requests_per_second]));
  const depths = depthsOf(names, edges, (name) => entries.has(name));
  const services = names.map((name): GraphService => {
    const isProvider = providers.includes(name);
    const kind = isProvider ? 'providers' : 'services';
    const mean = (measure: string) => measures[`${kind}.${name}.${measure}`]?.mean ?? undefined;
    const [cpuRatio, slotsRatio] = [mean('utilization_mean'), mean('slots_busy_ratio')];
    return {
      name,
      depth: depths.get(name) ?? 0,
      requestsPerSecond: entries.get(name) ?? 0,
      isProvider,
      getsNothing: !entries.has(name) && edges.every(({ to }) => to !== name),
      // Where no class uses the cpu, utilization is that of the slots; where none of its own does, it is 0.
      cpuRatio: cpuRatio === slotsRatio || (cpuRatio ?? 0) < 0.0005 ? undefined : cpuRatio,
      slotsRatio,
      callingRatio: mean('slots_calling_ratio'),
      latencyShare: mean('latency_share'),
      latencyPartMs: mean('latency_part_ms'),
      waiting: mean('in_queue_mean'),
      instances: mean('instances_mean'),
      saturatedRatio: mean('saturated_ratio') ?? 0,
      saturation: callGraph.saturations.find(({ service }) => service === name),
    };
  });
  const cause = causeOf(services, policy.replications.length);
  return {
    services: services.sort((a, b) => a.depth - b.depth),
    edges,
    cause,
    narrowPool: narrowPoolOf(edges, services, { cause, runs: policy.replications.length }),
  };
}

function namesWithTries(measures: PolicyResult['measures']): string[] {
  return Object.keys(measures).flatMap((name) => /^services\.([^.]+)\.tries_per_request$/.exec(name)?.[1] ?? []);
}

/** A pool full this much of the time says more than where the latency is. */
const narrowLeast = 0.05;

/** Whoever saturates and does not wait for this pool has a reason of its own. */
function narrowPoolOf(
  edges: readonly GraphEdge[],
  services: readonly GraphService[],
  { cause, runs }: { readonly cause: GraphService | undefined; readonly runs: number },
): FullPool | undefined {
  const isFull = (name: string) => services.some((one) => one.name === name && isSaturated(one, runs));
  const pools = edges.flatMap(({ pool }) =>
    pool === undefined || pool.full_ratio < narrowLeast || isFull(pool.to) ? [] : [pool],
  );
  return pools
    .filter(({ from }) => cause === undefined || leadsTo(edges, cause.name, from))
    .sort((a, b) => b.wait_mean_ms - a.wait_mean_ms)[0];
}

function isSaturated({ saturation }: GraphService, runs: number): boolean {
  return saturation !== undefined && saturation.runs * 2 > runs;
}

function causeOf(services: readonly GraphService[], runs: number): GraphService | undefined {
  const saturated = services.filter((service) => isSaturated(service, runs));
  const firstSeconds = Math.min(...saturated.map(({ saturation }) => saturation?.first_s ?? Infinity));
  return saturated
    .filter(({ saturation }) => (saturation?.first_s ?? Infinity) <= firstSeconds + sameTimeSeconds)
    .sort((a, b) => b.depth - a.depth || b.saturatedRatio - a.saturatedRatio)[0];
}

function mergedEdges({ edges: all, pools = [] }: CallGraph): GraphEdge[] {
  const pairs = new Map<string, CallEdge[]>();
  for (const edge of all) {
    const key = JSON.stringify([edge.from, edge.to]);
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  return [...pairs.values()].map((edges) => {
    const sum = (numberOf: (edge: CallEdge) => number) => edges.reduce((total, edge) => total + numberOf(edge), 0);
    const calls = sum((edge) => edge.calls_per_second);
    const latencies = edges.flatMap(({ latency_p95_ms }) => latency_p95_ms ?? []);
    const known = edges.filter(({ failed_ratio }) => failed_ratio !== null);
    const knownCalls = known.reduce((total, edge) => total + edge.calls_per_second, 0);
    const [{ from, to }] = edges;
    return {
      from,
      to,
      callsPerSecond: calls,
      triesPerSecond: sum((edge) => edge.tries_per_second),
      movedPerSecond: sum((edge) => edge.moved_per_second ?? 0),
      triesPerRequest: edges.some((edge) => edge.tries_per_request === null)
        ? undefined
        : sum((edge) => edge.tries_per_request ?? 0),
      failedRatio:
        knownCalls === 0
          ? undefined
          : known.reduce((total, edge) => total + (edge.failed_ratio ?? 0) * edge.calls_per_second, 0) / knownCalls,
      latencyP95Ms: latencies.length === 0 ? undefined : Math.max(...latencies),
      pool: pools.find((pool) => pool.from === from && pool.to === to && pool.full_ratio >= fullLeast),
    };
  });
}

/** Whether a call of one service leads to the other, however far. */
export function leadsTo(edges: readonly GraphEdge[], from: string, to: string, seen = new Set<string>()): boolean {
  if (from === to) return true;
  seen.add(from);
  return edges.some((edge) => edge.from === from && !seen.has(edge.to) && leadsTo(edges, edge.to, to, seen));
}

/** The longest way to each service; a call back to where the way has been does not count. */
function depthsOf(
  names: readonly string[],
  edges: readonly GraphEdge[],
  isEntry: (name: string) => boolean,
): Map<string, number> {
  const back = new Set<GraphEdge>();
  const [seen, onWay] = [new Set<string>(), new Set<string>()];
  const callersLast: string[] = [];
  const visit = (name: string): void => {
    seen.add(name);
    onWay.add(name);
    for (const edge of edges.filter(({ from }) => from === name)) {
      if (onWay.has(edge.to)) back.add(edge);
      else if (!seen.has(edge.to)) visit(edge.to);
    }
    onWay.delete(name);
    callersLast.push(name);
  };
  for (const name of [...names.filter(isEntry), ...names]) if (!seen.has(name)) visit(name);
  const depths = new Map(names.map((name) => [name, 0]));
  for (const name of callersLast.reverse()) {
    for (const edge of edges) {
      if (edge.from !== name || back.has(edge)) continue;
      depths.set(edge.to, Math.max(depths.get(edge.to) ?? 0, (depths.get(name) ?? 0) + 1));
    }
  }
  return depths;
}
