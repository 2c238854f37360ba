import type { Lint } from '../../platform.js';
import { triggerKinds } from '../triggers/index.js';
import { lintAt, type TriggerContext } from './context.js';
import { triggerPath } from './triggerPath.js';

/** What no scaler is built from: KEDA takes the object, and then scales nothing of it. */
export function triggerRefusals(context: TriggerContext): Lint[] {
  return context.spec.triggers.flatMap((trigger, index) => {
    const { type, metadata, metricType } = trigger;
    const kind = triggerKinds.find((candidate) => candidate.type === type);
    const label = `s${index} ${type}`;
    const at = (key: string) => triggerPath({ index }, 'metadata', key);
    const lints = (kind?.refusals?.(metadata) ?? []).map(({ key, what, fix }) =>
      lintAt(context, 'error', at(key), { code: 'no-scaler', what: `${label}: ${what}`, why: noScaler, fix }),
    );
    for (const [key, instead] of Object.entries(kind?.removedKeys ?? {})) {
      if (metadata[key] === undefined) continue;
      const what = `${label}: KEDA no longer takes \`${key}\``;
      lints.push(
        lintAt(context, 'error', at(key), { code: 'removed-key', what, why: noScaler, fix: `use ${instead}.` }),
      );
    }
    if ((type === 'cpu' || type === 'memory') && metadata.type !== undefined) {
      const what = `${label}: \`type\` in the metadata was removed in KEDA 2.18`;
      const fix =
        metricType === undefined
          ? `write \`metricType: ${metadata.type}\` beside \`type: ${type}\`.`
          : 'remove it; metricType says it.';
      lints.push(lintAt(context, 'error', at('type'), { code: 'removed-key', what, why: noScaler, fix }));
    }
    return lints;
  });
}

export const noScaler = 'KEDA builds no scaler from it, and then none for the whole object: nothing scales.';
