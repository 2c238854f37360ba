import type { Evidence } from '../imports/evidence/evidence.js';
import type { LatencyFacts } from '../imports/evidence/latencyFacts.js';
import type { Recording } from '../results/recording.js';
import type { CpuBin } from './cpuBin.js';
import { cpuFromTarget } from './cpuFromTarget.js';
import { cpuPerRequest } from './cpuPerRequest.js';
import type { Derived } from './derived.js';
import { type MeanGuess, meanByLonelyQuantile } from './lonelyQuantile.js';
import { type HealthBin, type LowerBound, lowerBounds } from './lowerBounds.js';
import { type LowLoad, lowLoadLatency } from './lowLoad.js';
import { metricLag } from './metricLag.js';
import { requestFromTarget } from './requestFromTarget.js';
import { type ServiceBin, serviceBins } from './serviceBins.js';
import { type Spread, spreadOf } from './spread.js';
import { type Startup, startupOf } from './startup.js';
import type { Target } from './target.js';

/** What the files say in numbers. */
export interface Findings {
  readonly bins: readonly ServiceBin[];
  readonly widthSeconds: number;
  /** CPU seconds a request. */
  readonly cpu: Derived | undefined;
  /** vCPUs that a pod burns without requests. */
  readonly idle: Derived | undefined;
  /** cpu and idle burn cannot be told apart. */
  readonly isCollinear: boolean;
  /** Bins that were not used, and why. */
  readonly leftOut: readonly string[];
  readonly calm: LowLoad | undefined;
  readonly spread: Spread | undefined;
  /** Where a load test has one quantile, and nothing else has a latency. */
  readonly meanGuess: MeanGuess | undefined;
  readonly startup: Startup | undefined;
  /** How old the load is that each autoscaler acts on, seconds. */
  readonly lags: readonly Derived[];
  readonly lowerBounds: readonly LowerBound[];
  /** vCPUs that a pod requests, where no workload says it and the fleet shows it. */
  readonly cpuRequest: Derived | undefined;
  /** vCPUs that one pod used at most. */
  readonly mostCoresPerPod: number | undefined;
}

/** Runs every derivation on the recording of the service. */
export function findingsOf(evidence: readonly Evidence[], recording: Recording, target: Target): Findings {
  const { workload, group, autoscalers, starts } = target;
  const limit = workload?.cpuLimit ?? group?.instance.vcpus ?? undefined;
  // A share of CPU is one of the request, on AWS one of the instance.
  const coresAtFull = workload?.cpuRequest ?? group?.instance.vcpus ?? undefined;
  const { bins, widthSeconds } = serviceBins(recording, coresAtFull);
  const saturations = bins.map((bin) => saturationOf(bin, limit));
  const estimate = cpuPerRequest(bins.flatMap((bin, index) => cpuBin(bin, mostBeside(saturations, index))));
  const share = autoscalers.flatMap(({ found }) => found.manifest.shares ?? []).find((one) => one.resource === 'cpu');
  const targetCores =
    share === undefined || coresAtFull === undefined ? undefined : (coresAtFull * share.percent) / 100;
  const held = targetCores === undefined ? undefined : cpuFromTarget(bins, targetCores);
  const calm = lowLoadLatency(bins.map(latencyBin)) ?? quietLatency(evidence);
  // While pods come and go a bin has the CPU of one count and the pods of another.
  const perPod = bins.flatMap(({ cores, pods = 0, isStanding }, index) =>
    cores === undefined || pods === 0 || !isStanding || bins[index + 1]?.isStanding === false ? [] : [cores / pods],
  );
  return {
    bins,
    widthSeconds,
    cpu: estimate?.perRequest ?? held,
    idle: estimate?.idlePerPod,
    isCollinear: estimate?.isCollinear ?? false,
    leftOut: estimate?.leftOut ?? [],
    calm,
    spread: calm === undefined ? undefined : spreadOf(calm),
    meanGuess: calm === undefined ? meanByLonelyQuantile(evidence) : undefined,
    startup: startupOf(starts),
    lags: autoscalers.flatMap(({ found }) => found.manifest.feeds.map(metricLag)),
    lowerBounds: lowerBounds(bins.map(healthBin(limit, calm)), widthSeconds),
    cpuRequest: workload?.cpuRequest === undefined ? requestOf(autoscalers, { bins, widthSeconds }) : undefined,
    mostCoresPerPod: perPod.length === 0 ? undefined : perPod.reduce((most, one) => Math.max(most, one), 0),
  };
}

/** Only where CPU alone decides: another metric, or another autoscaler, may have wanted what was recorded. */
function requestOf(
  autoscalers: Target['autoscalers'],
  { bins, widthSeconds }: Pick<Findings, 'bins' | 'widthSeconds'>,
): Derived | undefined {
  const [{ manifest } = {}, ...others] = autoscalers.map(({ found }) => found);
  const { shares: [share, ...more] = [], targets, bounds, calmSeconds } = manifest ?? {};
  if (others.length + more.length > 0 || bounds === undefined || calmSeconds === undefined) return undefined;
  if (share?.resource !== 'cpu' || targets?.length !== 1) return undefined;
  return requestFromTarget(bins, { ratio: share.percent / 100, ...bounds, calmSeconds, widthSeconds });
}

function cpuBin({ requestsPerSecond, cores, ...bin }: ServiceBin, saturation: number | undefined): CpuBin[] {
  return requestsPerSecond === undefined || cores === undefined
    ? []
    : [{ ...bin, requestsPerSecond, cores, saturation }];
}

/** CPU in use over what the pods may use. */
function saturationOf({ cores, pods = 0 }: ServiceBin, limit: number | undefined): number | undefined {
  return limit === undefined || cores === undefined || pods === 0 ? undefined : cores / (pods * limit);
}

function mostBeside(values: readonly (number | undefined)[], index: number): number | undefined {
  const known = values.slice(Math.max(0, index - 1), index + 2).filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function latencyBin({ requestsPerSecond = 0, pods, errorShare, latency }: ServiceBin) {
  return { load: requestsPerSecond / Math.max(1, pods ?? 1), errorShare, latency };
}

const healthBin =
  (limit: number | undefined, calm: LowLoad | undefined) =>
  (bin: ServiceBin): HealthBin => ({
    seconds: bin.seconds,
    errorShare: bin.errorShare,
    throttledShare: bin.throttledShare,
    saturation: saturationOf(bin, limit),
    latencyFactor: factorOf(bin.latency, calm),
  });

function factorOf(latency: ServiceBin['latency'], calm: LowLoad | undefined): number | undefined {
  for (const name of ['p95', 'p90', 'p50', 'mean'] as const) {
    const [now, low] = [latency[name], calm?.[name]?.value];
    if (now !== undefined && low !== undefined && low > 0) return now / low;
  }
  return undefined;
}

/** Of a log: the quietest intervals, in the servers behind where it tells. */
function quietLatency(evidence: readonly Evidence[]): LowLoad | undefined {
  const quiet = evidence.flatMap((one) => (one.kind === 'log' && one.quiet !== null ? [one.quiet] : []))[0];
  if (quiet === undefined) return undefined;
  const facts = quiet.upstream ?? quiet.latency;
  const entry = (value: number | null) => (value === null ? undefined : { value, low: value, high: value });
  const named = { mean: facts.meanSeconds, p50: facts.p50Seconds, p90: facts.p90Seconds, ...tailOf(facts) };
  const known = Object.entries(named).flatMap(([name, value]) => {
    const found = entry(value);
    return found === undefined ? [] : [[name, found] as const];
  });
  return known.length === 0 ? undefined : { ...Object.fromEntries(known), binCount: quiet.intervalCount };
}

const tailOf = ({ p95Seconds, p99Seconds }: LatencyFacts) => ({ p95: p95Seconds, p99: p99Seconds });
