import { fallbackMilli, isBeyondThreshold } from '../../../src/platforms/keda/fallback.js';
import { compileFormula } from '../../../src/platforms/keda/formula/formula.js';
import { combineTriggers, meanTarget } from '../../../src/platforms/keda/jobs/combineTriggers.js';
import { decideJobs } from '../../../src/platforms/keda/jobs/decision.js';
import { jobStrategies } from '../../../src/platforms/keda/jobs/strategies.js';
import { requestScale, scaleDefaults } from '../../../src/platforms/keda/requestScale.js';
import type { VectorData, VectorKinds } from './vectorKinds.js';

/** Ages are seconds before this moment; null was never, or long ago. */
const nowSeconds = 1_000_000;

/** How KEDA answers each kind of case. */
/** Cases of the ScaledJob, which is explained and not run. */
export const kindsOfJobs: readonly string[] = ['job-strategy', 'jobs-combine', 'job-decision', 'target-average'];

export const kinds: VectorKinds = {
  'request-scale': (input) => {
    const { count } = requestScale(
      {
        nowSeconds,
        currentCount: input.current_replicas,
        isActive: input.active,
        hasError: input.error,
        lastActiveSeconds: input.last_active_age_s === null ? undefined : nowSeconds - input.last_active_age_s,
        createdSeconds: 0,
      },
      {
        minCount: input.min_replicas ?? scaleDefaults.minCount,
        idleCount: input.idle_replicas ?? undefined,
        cooldownSeconds: input.cooldown_s ?? scaleDefaults.cooldownSeconds,
        initialCooldownSeconds: input.initial_cooldown_s ?? scaleDefaults.initialCooldownSeconds,
        fallbackCount: input.fallback_replicas ?? undefined,
        isPaused: input.paused ?? false,
        isScaleInPaused: false,
        isScaleOutPaused: false,
        isForcedActive: false,
      },
    );
    return { replicas: count };
  },
  fallback: (input) => {
    const milli = fallbackMilli(
      {
        behavior: input.behavior ?? 'static',
        replicaCount: input.fallback_replicas,
        failureThresholdCount: input.failure_threshold,
      },
      {
        failureCount: input.failures,
        currentCount: input.current_replicas ?? 0,
        readyCount: input.ready_replicas ?? input.current_replicas ?? 0,
        target: input.target,
        metricType: input.metric_type,
      },
    );
    return milli === undefined ? { metric: null } : { metric_milli: milli };
  },
  'trigger-health': (input) => {
    const isNil = input.fallback_configured && isBeyondThreshold(input.failures ?? 0, input.failure_threshold);
    return { value: isNil ? null : input.value };
  },
  formula: (input) => {
    const values = new Map<string, number | null>(Object.entries(input.values));
    return { metric_milli: compileFormula(input.formula, [...values.keys()])(values) };
  },
  'job-strategy': (input) => {
    const strategy = jobStrategies[input.strategy as keyof typeof jobStrategies];
    const { limitCount, scaleToCount } = strategy({ ...jobLoad(input), maxCount: input.max_replicas }, custom(input));
    return { effective_max_scale: limitCount, scale_to: scaleToCount };
  },
  'job-decision': (input) => {
    const { limitCount, scaleToCount } = decideJobs({
      ...jobLoad(input),
      strategy: input.strategy,
      custom: custom(input),
      minCount: input.min_replicas,
      maxCount: input.max_replicas ?? scaleDefaults.maxCount,
    });
    return { effective_max_scale: limitCount, scale_to: scaleToCount };
  },
  'jobs-combine': (input) => {
    const triggers = input.scalers.map((scaler: VectorData) => ({
      queueLength: scaler.queue_length,
      target: scaler.target,
      isActive: scaler.active,
    }));
    const { isActive, queueLength, wantedCount } = combineTriggers(triggers, {
      calculation: input.calculation,
      minCount: input.min_replicas,
      maxCount: input.max_replicas,
    });
    return { active: isActive, queue_length: queueLength, max_value: wantedCount };
  },
  'target-average': (input) => ({ target: meanTarget(input.targets) }),
};

function jobLoad(input: VectorData) {
  return {
    wantedCount: input.max_scale,
    runningCount: input.running_jobs,
    pendingCount: input.pending_jobs,
    scaleToCount: input.scale_to,
  };
}

function custom(input: VectorData) {
  return {
    deductionCount: input.queue_length_deduction ?? undefined,
    runningShareText: input.running_job_percentage ?? undefined,
  };
}
