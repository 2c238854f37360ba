import type { ScenarioResult, Timeline } from '../../results/results.js';

/** One service's curves, and what must be known beside them. */
export interface ServiceCurves {
  readonly timeline: Timeline;
  readonly slo: ScenarioResult['slo'];
  /** vCPUs of an instance; undefined where the result does not say. */
  readonly vcpus: number | undefined;
}

/** The steps of the curves that one point stands for: from, up to but not with. */
interface Steps {
  readonly from: number;
  readonly to: number;
}

/** A series that monitoring of a cluster has, made of the curves of a result. */
export interface ClusterSeries {
  /** Of the query whose answer it is. */
  readonly name: string;
  /** Name of the metric; that of a recording rule (`level:metric:operation`) where it is worked out of another. */
  readonly metric: (interval: string) => string;
  /** Of model servers, which others lack. */
  readonly isOfModels?: true;
  /** Which label names the service. */
  readonly label: 'deployment' | 'workload' | 'ingress';
  /** The value at the end of the steps; undefined where there is none. Undefined where the curves do not hold the series. */
  of(curves: ServiceCurves): ((steps: Steps) => number | undefined) | undefined;
}

const requests = 'nginx_ingress_controller_requests';
const duration = 'nginx_ingress_controller_request_duration_seconds';
const quantiles = [0.5, 0.9, 0.95, 0.99];

/**
 * The series in the words of those who write them: ingress-nginx (docs, "Prometheus metrics"), cAdvisor (docs, "Monitoring cAdvisor with Prometheus"),
 * kube-state-metrics (docs, "Deployment metrics") and vLLM (docs, "Production Metrics", its colon as adapters write it); what nobody measures is called dryscale's.
 */
export const clusterSeries: readonly ClusterSeries[] = [
  {
    name: 'request-rate',
    metric: (interval) => `ingress:${requests}:rate${interval}`,
    label: 'ingress',
    of:
      ({ timeline: { rate } }) =>
      (steps) =>
        meanOf(rate, steps),
  },
  {
    name: 'cpu',
    metric: (interval) => `workload:container_cpu_usage_seconds_total:rate${interval}`,
    label: 'workload',
    of({ timeline: { cpu, ready }, vcpus }) {
      if (vcpus === undefined) return undefined;
      const cores = cpu.map((ratio, step) => (ratio ?? 0) * ready[step] * vcpus);
      return (steps) => meanOf(cores, steps);
    },
  },
  gauge('replicas', 'kube_deployment_status_replicas', ({ ready, starting }, step) => ready[step] + starting[step]),
  gauge('ready-replicas', 'kube_deployment_status_replicas_ready', ({ ready }, step) => ready[step]),
  gauge('desired-replicas', 'kube_deployment_spec_replicas', ({ desired }, step) => desired[step]),
  gauge('needed-replicas', 'dryscale_replicas_needed', ({ needed }, step) => needed[step]),
  gauge('queue', 'dryscale_requests_queued', ({ queue }, step) => queue[step]),
  ...quantiles.map(latency),
  {
    name: 'error-share',
    metric: (interval) => `ingress:${requests}_5xx:ratio_rate${interval}`,
    label: 'ingress',
    of({ timeline: { outcomes, rate } }) {
      if (outcomes === undefined) return (steps) => (meanOf(rate, steps) === 0 ? undefined : 0);
      const { ended, failed, rejected, timed_out, aborted } = outcomes;
      const bad = [failed, rejected, timed_out, aborted].filter((counts) => counts !== undefined);
      return (steps) => {
        const total = sumOf(ended, steps);
        return total === 0 ? undefined : bad.reduce((sum, counts) => sum + sumOf(counts, steps), 0) / total;
      };
    },
  },
  ofModels('output-token-rate', 'vllm_generation_tokens', 'rate', ({ output_per_second }, steps) =>
    meanOf(output_per_second, steps),
  ),
  ofModels('prompts-waiting', 'vllm_num_requests_waiting', 'sum', ({ waiting }, steps) => mostOf(waiting, steps)),
  ofModels('kv-usage', 'vllm_kv_cache_usage_perc', 'avg', ({ kv }, steps) => mostOf(kv, steps)),
  ofModels('ttft-p95', 'vllm_time_to_first_token_seconds', 'p95_rate', ({ ttft_p95_ms }, steps) =>
    secondsOf(mostOf(ttft_p95_ms, steps)),
  ),
  ofModels('itl-p95', 'vllm_inter_token_latency_seconds', 'p95_rate', ({ itl_p95_ms }, steps) =>
    secondsOf(mostOf(itl_p95_ms, steps)),
  ),
];

/** A series of model servers, all those of a service together; over several steps of samples and quantiles the worst. */
function ofModels(
  name: string,
  metric: string,
  operation: string,
  at: (tokens: NonNullable<Timeline['tokens']>, steps: Steps) => number | undefined,
): ClusterSeries {
  return {
    name,
    metric: (interval) => `workload:${metric}:${operation}${operation.endsWith('rate') ? interval : ''}`,
    isOfModels: true,
    label: 'workload',
    of: ({ timeline: { tokens } }) => tokens && ((steps) => at(tokens, steps)),
  };
}

function gauge(name: string, metric: string, at: (timeline: Timeline, step: number) => number | null): ClusterSeries {
  return {
    name,
    metric: () => metric,
    label: 'deployment',
    of({ timeline }) {
      const values = timeline.rate.map((_, step) => at(timeline, step));
      return values.every((value) => value === null) ? undefined : ({ to }) => values[to - 1] ?? undefined;
    },
  };
}

/** A quantile over several steps is the mean of theirs, weighted by the requests of each. */
function latency(quantile: number): ClusterSeries {
  const short = `p${Math.round(quantile * 100)}`;
  return {
    name: `latency-${short}`,
    metric: (interval) => `ingress:${duration}:${short}_rate${interval}`,
    label: 'ingress',
    of({ timeline: { p95_ms, objective_ms, rate }, slo }) {
      const curve = quantile === 0.95 ? p95_ms : quantile === slo?.objective ? objective_ms : undefined;
      if (curve === undefined) return undefined;
      return ({ from, to }) => {
        let [sum, weight] = [0, 0];
        for (let step = from; step < to; step++) {
          const value = curve[step];
          if (value === null) continue;
          sum += (rate[step] * value) / 1000;
          weight += rate[step];
        }
        return weight === 0 ? undefined : sum / weight;
      };
    },
  };
}

function meanOf(curve: readonly number[], { from, to }: Steps): number {
  return sumOf(curve, { from, to }) / (to - from);
}

/** The greatest of what is known. */
function mostOf(curve: readonly (number | null)[], { from, to }: Steps): number | undefined {
  const known = curve.slice(from, to).filter((value) => value !== null);
  return known.length === 0 ? undefined : Math.max(...known);
}

function secondsOf(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

function sumOf(curve: readonly number[], { from, to }: Steps): number {
  let sum = 0;
  for (let step = from; step < to; step++) sum += curve[step];
  return sum;
}
