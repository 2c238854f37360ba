import type { ControllerFlags } from '../../../src/platforms/kubernetesHpa/controllerFlags.js';
import { groupPods } from '../../../src/platforms/kubernetesHpa/groupPods.js';
import { limitLegacy, limitWithBehavior } from '../../../src/platforms/kubernetesHpa/limits.js';
import { averagePodReplicas, utilizationReplicas } from '../../../src/platforms/kubernetesHpa/perPodMetric.js';
import type { Pod, PodMetric } from '../../../src/platforms/kubernetesHpa/pod.js';
import type { MetricResult } from '../../../src/platforms/kubernetesHpa/proposal.js';
import { rateLimit } from '../../../src/platforms/kubernetesHpa/rateLimit.js';
import { reconcile } from '../../../src/platforms/kubernetesHpa/reconcile.js';
import { changeInPeriod, type ScaleEvent, storeEvent } from '../../../src/platforms/kubernetesHpa/scaleEvents.js';
import { completeRules, type GivenRules } from '../../../src/platforms/kubernetesHpa/scalingRules.js';
import { stabilizeLegacy, stabilizeWithBehavior } from '../../../src/platforms/kubernetesHpa/stabilization.js';
import { metricUsageRatio, resourceUtilizationRatio } from '../../../src/platforms/kubernetesHpa/usageRatio.js';
import { averageReplicas, valueReplicas, type WholeMetric } from '../../../src/platforms/kubernetesHpa/wholeMetric.js';
import type { VectorData, VectorKinds } from './vectorKinds.js';

/** Ages become times before this instant. */
const NOW = 1_000_000;

const optional = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

function quantities(values: VectorData = {}): Map<string, bigint> {
  return new Map(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, BigInt(value)]])));
}

function podOf(data: VectorData): Pod {
  return {
    name: data.name,
    phase: data.phase,
    isDeleting: data.deleting === true,
    isReady: optional(data.ready),
    readyTransitionSeconds: optional(data.ready_transition_s),
    startSeconds: optional(data.start_time_s),
    requestMilli: Object.fromEntries(quantities(data.request_milli ?? {})),
  };
}

/** Metrics by pod; a pod whose metrics lack the container has none. */
function metricsOf({ metrics = [], container = null }: VectorData): Map<string, PodMetric> {
  return new Map(
    metrics.flatMap((data: VectorData): [string, PodMetric][] => {
      const usages = quantities(data.usage_milli);
      const wanted = container === null ? [...usages.values()] : [usages.get(container)];
      const used = data.usage_milli === undefined ? [BigInt(data.value_milli ?? 0)] : wanted;
      const known = used.filter((one) => one !== undefined);
      if (known.length < used.length) return [];
      const valueMilli = known.reduce((sum, one) => sum + one, 0n);
      const times = { timestampSeconds: data.timestamp_s ?? 0, windowSeconds: data.window_s ?? 0 };
      return [[data.pod, { valueMilli, ...times }]];
    }),
  );
}

function flagsOf(
  input: VectorData,
): Pick<ControllerFlags, 'cpuInitializationSeconds' | 'initialReadinessDelaySeconds'> {
  return {
    cpuInitializationSeconds: input.cpu_initialization_period_s,
    initialReadinessDelaySeconds: input.initial_readiness_delay_s,
  };
}

const toleranceOf = (input: VectorData) => ({ upRatio: input.tolerance_up, downRatio: input.tolerance_down });
const podsOf = (input: VectorData): Pod[] => (input.pods ?? []).map(podOf);

function sceneOf(input: VectorData) {
  return {
    nowSeconds: input.now_s,
    currentReplicas: input.current_replicas,
    pods: podsOf(input),
    metrics: metricsOf(input),
    tolerance: toleranceOf(input),
    flags: flagsOf(input),
  };
}

function wholeOf(input: VectorData): WholeMetric {
  return {
    valuesMilli: input.values_milli.map(BigInt),
    targetMilli: BigInt(input.target_milli),
    tolerance: toleranceOf(input),
  };
}

/** How each kind of metric is computed. */
const calculators: Readonly<Record<string, (input: VectorData) => MetricResult>> = {
  'resource-utilization': (input) =>
    utilizationReplicas(sceneOf(input), {
      resource: input.resource,
      container: optional(input.container),
      targetPercent: input.target_utilization_percent,
    }),
  'pods-average-value': (input) =>
    averagePodReplicas(sceneOf(input), {
      resource: optional(input.resource),
      targetMilli: BigInt(input.target_milli),
    }),
  'object-value': (input) => valueReplicas(wholeOf(input), sceneOf(input)),
  'external-value': (input) => valueReplicas(wholeOf(input), sceneOf(input)),
  'object-average-value': (input) => averageReplicas(wholeOf(input), input.current_replicas),
  'external-average-value': (input) => averageReplicas(wholeOf(input), input.current_replicas),
  invalid: () => ({ error: 'no-metrics' }),
};

function answerOf(result: MetricResult): VectorData {
  if ('error' in result) return result;
  const { replicas, reading, averageMilli } = result;
  return 'usageMilli' in reading
    ? { replicas, usage_milli: plain(reading.usageMilli) }
    : {
        replicas,
        utilization_percent: reading.utilizationPercent,
        average_value_milli: plain(averageMilli ?? 0n),
      };
}

/** As the vectors write integers: text beyond 2^53. */
function plain(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

function rulesOf(data: VectorData | null): GivenRules {
  return {
    stabilizationSeconds: optional(data?.stabilization_window_s),
    selectPolicy: optional(data?.select_policy),
    policies: data?.policies?.map(({ type, value, period_s }: VectorData) => ({
      type,
      value,
      periodSeconds: period_s,
    })),
  };
}

function eventsOf(events: readonly VectorData[] = []): ScaleEvent[] {
  return events.map(({ change, age_s, outdated }) => ({
    changeCount: change,
    timeSeconds: NOW - age_s,
    isOutdated: outdated === true,
  }));
}

function logOf(recommendations: readonly VectorData[], nowSeconds = NOW) {
  return recommendations.map(({ replicas, age_s }) => ({ replicas, timeSeconds: nowSeconds - age_s }));
}

function rateSceneOf(input: VectorData) {
  return {
    nowSeconds: NOW,
    currentReplicas: input.current_replicas,
    upEvents: eventsOf(input.scale_up_events),
    downEvents: eventsOf(input.scale_down_events),
  };
}

function moveOf(input: VectorData) {
  return {
    currentReplicas: input.current_replicas,
    desiredReplicas: input.desired_replicas,
    minReplicas: input.min_replicas,
    maxReplicas: input.max_replicas,
  };
}

export const kinds: VectorKinds = {
  ...Object.fromEntries(
    Object.entries(calculators).map(([kind, calculate]) => [kind, (input: VectorData) => answerOf(calculate(input))]),
  ),
  'group-pods': (input) => {
    const rules = { ...flagsOf(input), nowSeconds: input.now_s, isCpu: input.resource === 'cpu' };
    const { readyCount, unready, missing, ignored } = groupPods(podsOf(input), metricsOf(input), rules);
    return {
      ready_pod_count: readyCount,
      unready: unready.toSorted(),
      missing: missing.toSorted(),
      ignored: ignored.toSorted(),
    };
  },
  'resource-ratio': (input) => {
    const { metrics, requests, target_utilization_percent: target } = input;
    const found = resourceUtilizationRatio(quantities(metrics), quantities(requests), target);
    if (found === undefined) return { error: 'metrics-do-not-match-pods' };
    const { ratio, utilizationPercent, averageMilli } = found;
    return { ratio, utilization_percent: utilizationPercent, average_value: plain(averageMilli) };
  },
  'metric-ratio': ({ metrics, target }) => {
    const { ratio, averageMilli } = metricUsageRatio(quantities(metrics), BigInt(target));
    return { ratio, usage: plain(averageMilli) };
  },
  'default-rules': ({ direction, rules }) => {
    const { stabilizationSeconds, selectPolicy, policies } = completeRules(direction, rulesOf(rules));
    return {
      stabilization_window_s: stabilizationSeconds ?? null,
      select_policy: selectPolicy,
      policies: policies.map(({ type, value, periodSeconds }) => ({ type, value, period_s: periodSeconds })),
    };
  },
  'rate-limit': (input) => ({
    limit: rateLimit(input.direction, completeRules(input.direction, rulesOf(input.rules)), rateSceneOf(input)).limit,
  }),
  'convert-with-behavior': (input) => {
    const given = { up: rulesOf(input.scale_up), down: rulesOf(input.scale_down) };
    const scene = rateSceneOf(input);
    const { replicas, reason } = limitWithBehavior(moveOf(input), (direction) =>
      rateLimit(direction, completeRules(direction, given[direction]), scene),
    );
    return { replicas, reason };
  },
  'convert-legacy': (input) => {
    const growth = { factor: input.scale_up_factor, minimumCount: input.scale_up_minimum };
    const { replicas, reason } = limitLegacy(moveOf(input), growth);
    return { replicas, reason };
  },
  'stabilize-legacy': (input) => {
    const proposal = { replicas: input.desired_replicas, timeSeconds: NOW };
    const { replicas, log } = stabilizeLegacy(logOf(input.recommendations), proposal, input.downscale_stabilization_s);
    return { replicas, log_length: log.length };
  },
  'stabilize-behavior': (input) => {
    const proposal = { replicas: input.desired_replicas, timeSeconds: NOW };
    const { replicas, log } = stabilizeWithBehavior(logOf(input.recommendations), proposal, {
      currentReplicas: input.current_replicas,
      upSeconds: input.scale_up_window_s,
      downSeconds: input.scale_down_window_s,
    });
    return { replicas, log: log.map((entry) => entry.replicas) };
  },
  'store-events': (input) => {
    const events = eventsOf(input.events);
    const policies = input.rules === null ? undefined : completeRules(input.direction, rulesOf(input.rules)).policies;
    const stored = storeEvent(events, policies, { changeCount: input.replica_change, nowSeconds: NOW });
    return {
      change_in_period: changeInPeriod(events, { nowSeconds: NOW, periodSeconds: input.period_s }),
      events: stored.map(({ changeCount, isOutdated }) => ({ change: changeCount, outdated: isOutdated })),
    };
  },
  reconcile: (input) => {
    const { calc, behavior, recommendations, metric_specs: specs } = input;
    const replicasOf: VectorData = {
      'object-average-value': input.status_replicas,
      'external-average-value': input.status_replicas,
    };
    const { replicas } = reconcile(
      {
        nowSeconds: calc.now_s,
        currentReplicas: input.spec_replicas,
        minReplicas: input.min_replicas,
        maxReplicas: input.max_replicas,
        behavior:
          behavior === null
            ? undefined
            : {
                up: completeRules('up', rulesOf(behavior.scale_up)),
                down: completeRules('down', rulesOf(behavior.scale_down)),
              },
        flags: {
          downscaleStabilizationSeconds: input.downscale_stabilization_s,
          legacyScaleUp: { factor: input.legacy_scale_up_factor, minimumCount: input.legacy_scale_up_minimum },
          // The cases are older than the condition ScaledToZero.
          wakesAnyZero: true,
        },
        readMetrics: () =>
          specs.map((spec: VectorData) => {
            const current = replicasOf[spec.kind] ?? input.spec_replicas;
            return calculators[spec.kind]({ current_replicas: current, ...calc, ...spec });
          }),
      },
      {
        log: recommendations === null ? undefined : logOf(recommendations, calc.now_s),
        upEvents: [],
        downEvents: [],
        hasScaledToZero: false,
        failingSince: [],
      },
    );
    return { replicas };
  },
};
