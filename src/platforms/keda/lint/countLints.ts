import type { Lint } from '../../platform.js';
import { hpaSyncSeconds } from '../kedaPolicy.js';
import { externalTriggers } from '../scaledObject.js';
import { isWritten, type LintContext, lintAt } from './context.js';

/** Surprises in counts and times: who decides what, and which field does nothing. */
export function countLints(context: LintContext): Lint[] {
  const { settings } = context;
  const { rules, maxCount } = settings;
  const canStop = rules.minCount === 0 || rules.idleCount !== undefined;
  const lints: Lint[] = [];
  if (!canStop && isWritten(context, ['spec', 'cooldownPeriod'])) {
    lints.push(
      lintAt(context, 'warning', ['spec', 'cooldownPeriod'], {
        code: 'cooldown-does-nothing',
        what: `cooldownPeriod ${rules.cooldownSeconds} does nothing: minReplicaCount is ${rules.minCount}`,
        why: 'It only delays the last step to 0; from N down to the minimum the HPA decides, after its stabilization window.',
        fix: 'remove it, or set horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds.',
      }),
    );
  }
  lints.push(...pollingLints(context, canStop));
  if (rules.idleCount !== undefined && rules.idleCount > 0) {
    lints.push(
      lintAt(context, 'warning', ['spec', 'idleReplicaCount'], {
        code: 'idle-is-not-kept',
        what: `idleReplicaCount ${rules.idleCount} is not kept; only 0 works`,
        why: 'The HPA is only off at 0: at any other count it goes back to the minimum at its next sync.',
        fix: 'set it to 0.',
      }),
    );
  }
  if (rules.minCount === maxCount) {
    lints.push(
      lintAt(context, 'warning', ['spec', 'maxReplicaCount'], {
        code: 'min-is-max',
        what: `minReplicaCount and maxReplicaCount are both ${maxCount}`,
        why: 'The count never changes while the target runs.',
        fix: 'raise maxReplicaCount, or leave the ScaledObject out.',
      }),
    );
  }
  if (rules.isPaused || settings.pausedCount !== undefined) {
    lints.push(
      lintAt(context, 'warning', ['metadata', 'annotations'], {
        code: 'paused',
        what: settings.pausedCount === undefined ? 'scaling is paused' : `the count is held at ${settings.pausedCount}`,
        why: 'The annotations autoscaling.keda.sh/paused and paused-replicas stop KEDA and its HPA.',
        fix: 'remove the annotation to see it scale.',
      }),
    );
  }
  return [...lints, ...scenarioLints(context, canStop)];
}

function pollingLints(context: LintContext, canStop: boolean): Lint[] {
  const { settings, spec } = context;
  const { pollingSeconds, maxCount } = settings;
  const isWrittenHere = isWritten(context, ['spec', 'pollingInterval']);
  if (!isWrittenHere || spec.triggers.some(({ useCachedMetrics }) => useCachedMetrics)) return [];
  if (canStop && pollingSeconds >= hpaSyncSeconds) return [];
  const what = canStop ? 'only decides how soon a target at 0 is started' : 'does not decide how often it scales';
  const reach = canStop ? `Between 1 and ${maxCount} instances` : `With minReplicaCount ${settings.rules.minCount}`;
  return [
    lintAt(context, 'warning', ['spec', 'pollingInterval'], {
      code: 'polling-is-not-scaling',
      what: `pollingInterval ${pollingSeconds} ${what}`,
      why: `${reach} the HPA decides, every ${hpaSyncSeconds} s, and asks the triggers itself.`,
      fix: 'set the speed of scaling in behavior.scaleUp.',
    }),
  ];
}

/** Where the scenario's own bounds keep the ScaledObject from what it would do. */
function scenarioLints(context: LintContext, canStop: boolean): Lint[] {
  const { settings, service } = context;
  if (service === undefined) return [];
  const lints: Lint[] = [];
  if (canStop && service.minCount === 0 && !service.hasCentralQueue && !canWake(context)) {
    lints.push(
      lintAt(context, 'error', ['spec', 'minReplicaCount'], {
        code: 'never-wakes',
        what: `${service.name} may stop, and nothing would start it again`,
        why: 'Without a central queue requests at 0 instances are refused (503), so nothing waits and no trigger rises.',
        fix: 'add gateway.queue to the scenario, or keep one instance.',
      }),
    );
  }
  if (canStop && service.minCount > 0) {
    lints.push(
      lintAt(context, 'warning', ['spec', 'minReplicaCount'], {
        code: 'scenario-min',
        what: `it may stop ${service.name}, but the scenario keeps at least ${service.minCount}`,
        why: 'Every step to 0 would be clamped, so starting from 0 would never be seen.',
        fix: `set scaling.min of ${service.name} to 0.`,
      }),
    );
  }
  if (settings.maxCount > service.maxCount && context.spec.maxReplicaCount !== undefined) {
    lints.push(
      lintAt(context, 'warning', ['spec', 'maxReplicaCount'], {
        code: 'scenario-max',
        what: `maxReplicaCount is ${settings.maxCount}, but the scenario allows ${service.maxCount}`,
        why: 'Higher wishes are clamped.',
        fix: `raise scaling.max of ${service.name}, or lower maxReplicaCount.`,
      }),
    );
  }
  return lints;
}

/** Metrics that rise with requests that are refused. */
const answerMetrics: readonly string[] = ['request_rate', 'error_rate', 'rate_limited_per_second'];

/** Whether some trigger can be active while nothing runs and nothing waits. */
function canWake({ settings }: LintContext): boolean {
  if (settings.rules.isForcedActive) return true;
  return externalTriggers(settings).some(
    ({ source }) => source.from === 'schedule' || source.metric === undefined || answerMetrics.includes(source.metric),
  );
}
