import { DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import type { RecordedObservation } from '../policy/observation.js';

/**
 * Observations that nobody recorded: what a policy should have an answer to, in 20 minutes and a day.
 *
 * Load climbs past every usual target, holds, falls and ends; metrics come late, old, in part and not at all; instances
 * start, fail and drain; then one observation an hour for a day, for policies that know the time.
 */
export function sampleObservations(): RecordedObservation[] {
  const quarterMinutes = Array.from({ length: 80 }, (_, index) => observationAt((index + 1) * 15, index));
  const hours = Array.from({ length: 25 }, (_, index) => observationAt(3_600 * (index + 1), 80 + index));
  return [...quarterMinutes, ...hours];
}

function observationAt(time: number, index: number): RecordedObservation {
  const load = loadAt(index);
  const ready = readyAt(index);
  const starting = index >= 20 && index < 26 ? 2 : 0;
  const hasFailed = index >= 60 && index < 63;
  return {
    time,
    epochSeconds: DEFAULT_START_SECONDS + time,
    service: 'web',
    instances: {
      desired: ready + starting,
      ready,
      pending: index === 20 ? 1 : 0,
      starting,
      draining: index >= 66 && index < 70 ? 1 : 0,
      failed: index === 33 ? 1 : 0,
      min: 1,
      max: 12,
    },
    metrics: hasFailed || index === 0 ? {} : metricsAt(index, load, ready),
    metricsFailed: hasFailed,
    perInstance: perInstanceAt(index, load, ready),
    resources: { vcpus: 2, cpuRequest: 0.5, memory: 4_294_967_296, memoryRequest: 1_073_741_824 },
    context: {},
  };
}

/** Share of what one instance can carry, times instances: climbs from 1 to 9, holds, falls to none. */
function loadAt(index: number): number {
  if (index < 10) return 1 + index / 7;
  if (index < 40) return 2.3 + ((index - 10) * 6.7) / 30;
  if (index < 50) return 9;
  if (index < 70) return 9 - ((index - 50) * 8.5) / 20;
  if (index < 80) return index % 3 === 0 ? 0 : 0.1;
  return 2 + ((index * 7) % 11) / 3;
}

/** The fleet follows in steps, late. */
function readyAt(index: number): number {
  if (index < 16) return 2;
  if (index < 26) return 4;
  if (index < 44) return 8;
  return index < 68 ? 11 : 3;
}

function metricsAt(index: number, load: number, ready: number): RecordedObservation['metrics'] {
  const utilization = Math.min(1, load / ready);
  const isPartial = index >= 28 && index < 30;
  const isOld = index >= 52 && index < 58;
  const queue = Math.max(0, Math.round((load - ready) * 40));
  return {
    cpu_utilization: utilization,
    ...(isPartial
      ? {}
      : {
          cpu_utilization_of_request: utilization * 4,
          memory_utilization: 0.2 + utilization / 3,
          network_bytes_per_second: Math.round(load * 412_345_678.9),
          request_rate: load * 31.7,
          in_flight: Math.round(load * 6),
          queue_depth: queue,
          latency_p50_seconds: 0.04 * (1 + utilization),
          latency_p95_seconds: 0.1 / (1.05 - utilization),
          latency_p99_seconds: 0.2 / (1.05 - utilization),
          error_rate: queue > 100 ? 0.07 : 0,
          healthy_instances: ready - sickAt(index),
          ejected: sickAt(index),
          circuit_open: queue > 150 ? 1 : 0,
          rate_limited_per_second: queue / 7,
          requests_running: Math.round(load * 5),
          requests_waiting: queue,
          kv_utilization: utilization * 0.9,
          gpu_utilization: utilization > 0 ? 1 : 0,
          prompt_tokens_per_second: load * 4_100.3,
          output_tokens_per_second: load * 1_730.9,
          preemptions_per_second: queue / 90,
          prefix_hit_ratio: 0.8 - 0.5 * utilization,
          quality_ratio: 0.9 - 0.3 * utilization,
          ttft_p50_seconds: 0.06 * (1 + utilization),
          ttft_p95_seconds: 0.12 / (1.05 - utilization),
          itl_p50_seconds: 0.021 * (1 + utilization),
          itl_p95_seconds: 0.03 * (1 + utilization),
        }),
    age_seconds: isOld ? 200 + (index - 52) * 15 : (index % 4) * 2.5,
    window_seconds: 60,
  };
}

/** Instances that the gateway does not send to. */
function sickAt(index: number): number {
  return index >= 36 && index < 42 ? 1 : 0;
}

function perInstanceAt(index: number, load: number, ready: number): NonNullable<RecordedObservation['perInstance']> {
  return Array.from({ length: ready }, (_, place) => ({
    id: `web-${place + 1}`,
    phase: 'ready' as const,
    startedAt: 0,
    readyAt: 10.5,
    healthy: place >= sickAt(index),
    metrics: {
      cpu_utilization: Math.min(1, (load / ready) * (0.8 + ((place + index) % 5) / 10)),
      in_flight: Math.round((load * 6) / ready),
      age_seconds: 5,
      window_seconds: 60,
    },
  }));
}
