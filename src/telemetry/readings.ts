import type { Histogram } from '../stats/histogram.js';
import { growthOf, type Window } from './counterSnapshot.js';
import type { Readings } from './metrics.js';
import type { ModelTimes } from './modelMeters.js';
import { gradesOfService, modelGauges, modelRates, modelRatesOf, readModels } from './modelReadings.js';

/** What telemetry must know of a service to turn counters into metrics. */
export interface MeteredService {
  /** Its instances are model servers. */
  readonly isModel: boolean;
  readonly vcpus: number;
  readonly cpuRequest: number | undefined;
  readonly memoryBytes: number | undefined;
  readonly baseMemoryBytes: number;
  /** Ready and draining instances. */
  serving(): readonly number[];
  /** Requests in the central queue. */
  centralQueueLength(): number;
  /** Instances desired. */
  desired(): number;
  readonly gateway: GatewayGauges;
}

/** What the gateway believes and does of a service now; left out is what the scenario lets nobody do. */
export interface GatewayGauges {
  /** Instances that it may send to. */
  healthyCount(): number;
  readonly ejectedCount?: (() => number) | undefined;
  readonly isCircuitOpen?: (() => boolean) | undefined;
  readonly hasRateLimit: boolean;
}

/** What is known of a service before its gateway is. */
export type MeteredInstances = Omit<MeteredService, 'centralQueueLength' | 'gateway'>;

interface ReadingRules {
  readonly needsWholeWindow: boolean;
}

interface ServiceRules extends ReadingRules {
  readonly latencies: Histogram;
  /** Where instances are model servers. */
  readonly modelTimes: ModelTimes | undefined;
}

/** Seconds the window covers: less than its length while the run is young. */
function lengthOf({ now, base }: Window): number {
  return now.seconds - (base?.seconds ?? 0);
}

/**
 * One instance's share of the metrics.
 *
 * A starting instance answers nothing yet: its cpu and memory can be measured, its requests cannot. Where
 * `needsWholeWindow`, nothing is known of an instance that was not running at the begin of the window.
 */
export function readInstance(
  service: MeteredInstances,
  instance: number,
  window: Window,
  { needsWholeWindow }: ReadingRules,
): Readings {
  const { now, base } = window;
  const launchedSeconds = now.launchedSeconds[instance];
  // What is there from the begin has been running for long.
  if (needsWholeWindow && launchedSeconds > (base?.seconds ?? 0)) return {};
  const isStarting = Number.isNaN(now.readySeconds[instance]);
  const readings: Readings = isStarting ? {} : { in_flight: now.inside[instance], queue_depth: now.queued[instance] };
  if (service.isModel && !isStarting) Object.assign(readings, modelGauges(instance, now));
  const { memoryBytes, vcpus, cpuRequest } = service;
  if (memoryBytes !== undefined) {
    readings.memory_utilization = (service.baseMemoryBytes + now.memoryBytes[instance]) / memoryBytes;
  }
  const countsStartup = isStarting || needsWholeWindow;
  const runsSinceSeconds = countsStartup ? launchedSeconds : now.readySeconds[instance];
  const sinceSeconds = Math.max(base?.seconds ?? 0, runsSinceSeconds);
  const servedSeconds = now.seconds - sinceSeconds;
  if (!(servedSeconds > 0)) return readings;
  if (!service.isModel) {
    const startupSeconds = countsStartup ? 0 : growthOf('startupVcpuSeconds', instance, now, base);
    const busySeconds = growthOf('busyVcpuSeconds', instance, now, base) - startupSeconds;
    // Two sums of the same bursts may differ in their last digit.
    const busyVcpus = Math.max(0, busySeconds) / servedSeconds;
    readings.cpu_utilization = busyVcpus / vcpus;
    if (cpuRequest !== undefined) readings.cpu_utilization_of_request = busyVcpus / cpuRequest;
  }
  if (isStarting) return readings;
  readings.network_bytes_per_second = growthOf('networkBytes', instance, now, base) / servedSeconds;
  readings.request_rate = growthOf('answered', instance, now, base) / servedSeconds;
  if (service.isModel) Object.assign(readings, modelRates(instance, window, servedSeconds));
  return readings;
}

const meanMetrics = ['cpu_utilization', 'cpu_utilization_of_request', 'memory_utilization'] as const;

/** The metrics of a whole service: counts are sums, utilizations means, over ready and draining instances. */
export function readService(
  index: number,
  service: MeteredService,
  window: Window,
  { latencies, modelTimes, ...rules }: ServiceRules,
): Readings {
  const { now, base } = window;
  const sums = { cpu_utilization: 0, cpu_utilization_of_request: 0, memory_utilization: 0 };
  const counts = { cpu_utilization: 0, cpu_utilization_of_request: 0, memory_utilization: 0 };
  const lengthSeconds = lengthOf(window);
  const readings: Readings = {};
  let inFlight = 0;
  let queued = service.centralQueueLength();
  let bytes = 0;
  const ofModels: Readings[] = [];
  for (const instance of service.serving()) {
    const own = readInstance(service, instance, window, rules);
    inFlight += own.in_flight ?? 0;
    queued += own.queue_depth ?? 0;
    bytes += growthOf('networkBytes', instance, now, base);
    if (service.isModel) ofModels.push(own);
    for (const name of meanMetrics) {
      const value = own[name];
      if (value === undefined) continue;
      sums[name] += value;
      counts[name]++;
    }
  }
  for (const name of meanMetrics) if (counts[name] > 0) readings[name] = sums[name] / counts[name];
  readings.in_flight = inFlight;
  readings.queue_depth = queued;
  readGateway(readings, service.gateway);
  if (modelTimes !== undefined && service.isModel) Object.assign(readings, readModels(ofModels, modelTimes));
  if (lengthSeconds > 0) {
    readings.network_bytes_per_second = bytes / lengthSeconds;
    Object.assign(readings, readAnswers(index, window, lengthSeconds, latencies));
    if (service.isModel) {
      Object.assign(readings, modelRatesOf(service.serving(), window, lengthSeconds), gradesOfService(index, window));
    }
    if (service.gateway.hasRateLimit) {
      readings.rate_limited_per_second = (now.limited[index] - (base?.limited[index] ?? 0)) / lengthSeconds;
    }
  }
  return readings;
}

function readGateway(readings: Readings, { healthyCount, ejectedCount, isCircuitOpen }: GatewayGauges): void {
  readings.healthy_instances = healthyCount();
  if (ejectedCount !== undefined) readings.ejected = ejectedCount();
  if (isCircuitOpen !== undefined) readings.circuit_open = isCircuitOpen() ? 1 : 0;
}

/** Rates and latencies as the gateway saw them, by completion. */
function readAnswers(index: number, { now, base }: Window, lengthSeconds: number, latencies: Histogram): Readings {
  const answers = now.answers[index] - (base?.answers[index] ?? 0);
  const errors = now.errors[index] - (base?.errors[index] ?? 0);
  const readings: Readings = { request_rate: answers / lengthSeconds };
  if (answers > 0) readings.error_rate = errors / answers;
  for (const [name, probability] of quantileMetrics) {
    const seconds = latencies.quantileSeconds(probability);
    if (seconds !== undefined) readings[name] = seconds;
  }
  return readings;
}

const quantileMetrics = [
  ['latency_p50_seconds', 0.5],
  ['latency_p95_seconds', 0.95],
  ['latency_p99_seconds', 0.99],
] as const;
