import type { Lint } from '../../platform.js';
import { externalTriggers } from '../scaledObject.js';
import { type LintContext, lintAt } from './context.js';

/**
 * What KEDA's admission webhook refuses although every field is well formed: none of it can be simulated.
 *
 * Source: a description of kedacore/keda, apis/keda/v1alpha1/scaledobject_webhook.go and scaledobject_types.go.
 */
export function refusals(context: LintContext): Lint[] {
  const { settings } = context;
  const { idleCount, minCount } = settings.rules;
  const isResourceOnly = externalTriggers(settings).length === 0;
  const lints: Lint[] = [];
  if (idleCount !== undefined && (idleCount !== 0 || idleCount >= minCount)) {
    const isTooLarge = idleCount >= minCount;
    lints.push(
      lintAt(context, 'error', ['spec', 'idleReplicaCount'], {
        code: 'bad-idle-count',
        what: isTooLarge
          ? `idleReplicaCount ${idleCount} is not below minReplicaCount ${minCount}`
          : `idleReplicaCount is ${idleCount}; only 0 works`,
        why: isTooLarge
          ? 'KEDA refuses it: idle would be no less than running.'
          : 'The HPA is only off at 0; at any other count it goes back to the minimum at its next sync.',
        fix: 'set it to 0 with minReplicaCount above 0, or remove it.',
      }),
    );
  }
  if (settings.fallback !== undefined && isResourceOnly) {
    lints.push(
      lintAt(context, 'error', ['spec', 'fallback'], {
        code: 'fallback-without-trigger',
        what: 'fallback has no trigger that it could stand in for',
        why: 'KEDA refuses it: cpu and memory are read by the HPA itself, without a fallback.',
        fix: 'remove it, or add a trigger of another type.',
      }),
    );
  }
  if (settings.fallback?.behavior === 'scalingModifiers' && settings.modifiers === undefined) {
    lints.push(
      lintAt(context, 'error', ['spec', 'fallback', 'behavior'], {
        code: 'fallback-without-formula',
        what: 'fallback.behavior is scalingModifiers, but there is no formula',
        why: 'KEDA refuses it: the formula says what to do without a trigger.',
        fix: 'add advanced.scalingModifiers, or use the behavior static.',
      }),
    );
  }
  if (isResourceOnly && minCount === 0) {
    lints.push(
      lintAt(context, 'error', ['spec', 'minReplicaCount'], {
        code: 'cannot-wake',
        what: 'minReplicaCount is 0, but cpu and memory are the only triggers',
        why: 'KEDA refuses it: at 0 nothing uses cpu or memory, so nothing would start it again.',
        fix: 'set minReplicaCount to 1, or add a trigger of another type.',
      }),
    );
  }
  return lints;
}
