import type { Scenario } from '../../src/scenario/schema.js';

/** What a reader of an event file knows: nothing but its lines, the scenario and the definitions in docs/measures.md. */
export type EventLine = Readonly<Record<string, unknown>> & { readonly time_s: number; readonly kind: string };

const outcomes = [
  'completed',
  'failed',
  'rejected',
  'timed_out',
  'abandoned',
  'aborted',
  'rate_limited',
  'unfinished',
] as const;

interface FollowedRequest {
  arrival: number;
  outcome: string;
  latencySeconds: number | undefined;
  /** [try - 1] Of tries that ended while others were open, nothing. */
  readonly waits: number[];
  /** Numbers of the tries that have not ended. */
  readonly open: Set<number>;
  hasReached: boolean;
  isWaitingAtEnd: boolean;
  tries: number;
}

/** How a try ends beside which its request goes on, or has ended. */
const besideKinds = ['try_failed', 'cancelled', 'left_behind'];

/** The measures of a run worked out anew from its events, by other code than the simulator's. */
export function auditEvents(lines: readonly EventLine[], scenario: Scenario): Record<string, number | null> {
  const { warmup: from, duration: to, slo } = scenario;
  const requests = [...followRequests(lines).values()].filter(({ arrival }) => arrival >= from && arrival < to);
  const counts = Object.fromEntries(
    outcomesIn(scenario).map((outcome) => [
      `requests_${outcome}`,
      requests.filter((one) => one.outcome === outcome).length,
    ]),
  );
  const sloSeconds = slo?.latency ?? Number.POSITIVE_INFINITY;
  const young = requests.filter(({ outcome, arrival }) => outcome === 'unfinished' && to - arrival < sloSeconds).length;
  const judged = requests.length - young;
  const latenciesOf = (...kinds: string[]) =>
    requests.flatMap(({ outcome, latencySeconds = 0 }) => (kinds.includes(outcome) ? [latencySeconds] : []));
  const completed = latenciesOf('completed');
  // Lines of a request do not tell when its tokens came.
  const isOfLatency = slo?.ttft === undefined && slo?.itl === undefined;
  const good = isOfLatency ? completed.filter((seconds) => seconds <= sloSeconds).length : null;
  const waits = requests.filter(({ hasReached, isWaitingAtEnd }) => hasReached && !isWaitingAtEnd);
  const inSpan = (kind: string) => lines.filter((line) => line.kind === kind && line.time_s >= from).length;
  return {
    ...counts,
    requests_offered: requests.length,
    requests_good: good,
    attempts: requests.reduce((total, { tries }) => total + tries, 0),
    dropped_iterations: inSpan('dropped'),
    slo_attainment: judged === 0 || good === null ? null : good / judged,
    latency_p50_ms: milliseconds(nearestRank(latenciesOf('completed', 'failed'), 0.5)),
    latency_p99_ms: milliseconds(nearestRank(latenciesOf('completed', 'failed'), 0.99)),
    latency_mean_ms: milliseconds(meanOf(latenciesOf('completed', 'failed'))),
    latency_all_p50_ms: milliseconds(nearestRank(completed, 0.5, judged)),
    latency_all_p95_ms: milliseconds(nearestRank(completed, 0.95, judged)),
    queue_wait_mean_ms: milliseconds(meanOf(waits.map((one) => sumOf(one.waits)))),
    ...fleetMeasures(lines, scenario),
  };
}

/** Without rate limits the measures do not speak of them. */
function outcomesIn({ gateway }: Scenario): readonly string[] {
  return outcomes.filter((outcome) => outcome !== 'rate_limited' || gateway.rateLimit !== undefined);
}

function followRequests(lines: readonly EventLine[]): Map<string, FollowedRequest> {
  const requests = new Map<string, FollowedRequest>();
  for (const line of lines) {
    const { kind, time_s } = line;
    const request = requests.get(String(line.request));
    if (kind === 'try' && request === undefined) {
      requests.set(String(line.request), {
        arrival: Number(line.arrival_s),
        outcome: '',
        latencySeconds: undefined,
        waits: [0],
        open: new Set([1]),
        hasReached: false,
        isWaitingAtEnd: false,
        tries: 1,
      });
    } else if (request === undefined) continue;
    else if (kind === 'try') {
      request.tries++;
      request.waits.push(0);
      request.open.add(request.tries);
    } else if (kind === 'retry' || kind === 'fallback') request.open.delete(Number(line.try));
    else if (besideKinds.includes(kind)) {
      request.open.delete(Number(line.try));
      request.waits[Number(line.try) - 1] = 0;
    } else if (kind === 'waited') {
      request.waits[Number(line.try) - 1] += time_s - Number(line.from_s);
      request.hasReached = true;
    } else if (kind === 'begin' || kind === 'waits') request.hasReached = true;
    else if (outcomes.some((outcome) => outcome === kind)) {
      if (request.outcome !== '') throw new Error(`${String(line.request)} ends twice`);
      request.outcome = kind;
      request.latencySeconds = time_s - request.arrival;
      request.isWaitingAtEnd = line.waiting === true;
      // The first of those that are open stands for it.
      if (kind === 'unfinished') for (const beside of [...request.open].slice(1)) request.waits[beside - 1] = 0;
    }
  }
  return requests;
}

function fleetMeasures(lines: readonly EventLine[], scenario: Scenario): Record<string, number> {
  const { warmup: from, duration: to, services, cloud } = scenario;
  const { granularity, minimum } = cloud.billing;
  const clip = (begin: number, end: number) => Math.max(0, Math.min(end, to) - Math.max(begin, from));
  const nodes = nodeMeasures(lines, scenario);
  let cost = nodes.cost_nodes_usd ?? 0;
  let readySeconds = 0;
  for (const line of lines.filter(({ kind }) => kind === 'stopped')) {
    const launched = Number(line.launched_s);
    const life = line.time_s - launched;
    const billed = Math.max(Math.ceil(life / granularity - 1e-9) * granularity, minimum);
    cost += (clip(launched, launched + billed) / 3600) * services[String(line.service)].instance.price;
  }
  // Ready by the counts of another kind of event than those of the bills.
  for (const name of Object.keys(services)) {
    let ready = 0;
    let since = 0;
    for (const line of lines.filter(
      ({ kind, service }) => service === name && ['ready', 'unready', 'restarting', 'draining'].includes(kind),
    )) {
      readySeconds += ready * clip(since, line.time_s);
      [ready, since] = [Number(line.ready), line.time_s];
    }
    readySeconds += ready * clip(since, to);
  }
  const decisions = lines.filter(({ kind, time_s }) => kind === 'decision' && time_s >= from);
  return {
    cost_usd: cost,
    ...nodes,
    instances_mean: readySeconds / (to - from),
    scale_ups: decisions.filter(({ before, applied }) => Number(applied) > Number(before)).length,
    scale_downs: decisions.filter(({ before, applied }) => Number(applied) < Number(before)).length,
  };
}

/** Of scenarios whose instances need nodes. */
function nodeMeasures(lines: readonly EventLine[], scenario: Scenario): Record<string, number> {
  const { warmup: from, duration: to, nodes = {}, cloud } = scenario;
  const { granularity, minimum } = cloud.billing;
  const clip = (begin: number, end: number) => Math.max(0, Math.min(end, to) - Math.max(begin, from));
  if (Object.keys(nodes).length === 0) return {};
  let [cost, readySeconds] = [0, 0];
  for (const line of lines.filter(({ kind }) => kind === 'node_gone')) {
    const ordered = Number(line.ordered_s);
    const billed = Math.max(Math.ceil((line.time_s - ordered) / granularity - 1e-9) * granularity, minimum);
    cost += (clip(ordered, ordered + billed) / 3600) * nodes[String(line.pool)].price;
    if (line.ready_s !== null) readySeconds += clip(Number(line.ready_s), line.time_s);
  }
  return { cost_nodes_usd: cost, nodes_mean: readySeconds / (to - from) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : sumOf(values) / values.length;
}

/** The value at its rank; null where the rank is beyond those that have a value. */
function nearestRank(values: readonly number[], probability: number, total = values.length): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(probability * total - 1e-9) - 1] ?? null;
}

function milliseconds(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1e3;
}
