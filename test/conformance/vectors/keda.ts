import { isNil } from '../../../src/platforms/keda/askTrigger.js';
import { compositeValue } from '../../../src/platforms/keda/compositeValue.js';
import { fallbackMilli } from '../../../src/platforms/keda/fallback.js';
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
    const failureCount = input.failures ?? 0;
    const { fallback } = formulaSettings(input.fallback_configured ? input : {});
    // As the simulator has it: a trigger has failed, or it has a value.
    const isFailed = fallback !== undefined && failureCount > input.failure_threshold;
    const answer = answerOf('a', isFailed ? null : input.value, failureCount);
    return { value: isNil(answer, { fallback }) ? null : (answer.value ?? input.value) };
  },
  formula: (input) => {
    const values: [string, number | null][] = Object.entries(input.values);
    const threshold = input.failure_threshold ?? 0;
    const answers = values.map(([name, value]) => answerOf(name, value, value === null ? threshold + 1 : 0));
    const names = values.map(([name]) => name);
    const target = Number(input.target ?? 1);
    const modifiers = {
      text: input.formula,
      formula: compileFormula(input.formula, names),
      target,
      activation: 0,
      metricType: input.metric_type ?? 'AverageValue',
    };
    const { value } = compositeValue(formulaSettings(input), modifiers, answers, fleetOf(input));
    return { metric_milli: value === undefined ? null : value * 1000 };
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

/** What a trigger answered: null is nil, a failure. */
function answerOf(name: string, value: number | null, failureCount: number) {
  return { trigger: { name }, value: value ?? undefined, failureCount };
}

/** The fallback of a case; one that says nothing of it leaves a failed trigger nil, as the behavior scalingModifiers does. */
function formulaSettings(input: VectorData) {
  const hasFallback = input.fallback_replicas !== undefined || input.failure_threshold !== undefined;
  if (!hasFallback) return { fallback: undefined };
  return {
    fallback: {
      behavior: input.behavior ?? 'scalingModifiers',
      replicaCount: input.fallback_replicas ?? 0,
      failureThresholdCount: input.failure_threshold ?? 0,
    },
  };
}

function fleetOf(input: VectorData) {
  const desired = input.current_replicas ?? 0;
  return { instances: { desired, ready: input.ready_replicas ?? desired } };
}

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
