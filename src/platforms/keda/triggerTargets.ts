import type { ScaledObjectSettings } from './scaledObject.js';
import type { Trigger } from './trigger.js';

/** What each trigger is held at, for tables: `rabbitmq 10 a pod`, `cpu 70 %`, `cron 5`; one formula in place of the external ones. */
export function triggerTargets({
  triggers,
  modifiers,
}: Pick<ScaledObjectSettings, 'triggers' | 'modifiers'>): string[] {
  if (modifiers === undefined) return triggers.map(targetOf);
  const resources = triggers.filter(({ kind }) => kind === 'resource');
  return [`formula ${amount(modifiers)}`, ...resources.map(targetOf)];
}

function targetOf(trigger: Trigger): string {
  const name = trigger.name ?? trigger.type;
  if (trigger.kind === 'resource')
    return trigger.metricType === 'Utilization' ? `${name} ${trigger.value} %` : `${name} ${trigger.value} a pod`;
  if (trigger.isTargetElsewhere) return `${name}, by its scaler`;
  return trigger.source.from === 'schedule' ? `${name} ${trigger.source.desiredCount}` : `${name} ${amount(trigger)}`;
}

function amount({ target, metricType }: { readonly target: number; readonly metricType: string }): string {
  return `${target}${metricType === 'AverageValue' ? ' a pod' : ''}`;
}
