import { labelOf } from '../trigger.js';
import { lintAt, triggerPath } from './context.js';
/** Surprises of `fallback`: what it does not cover, and counts that it never reaches. */
export function fallbackLints(context) {
    const { fallback, triggers, maxCount, modifiers } = context.settings;
    const resources = triggers.filter(({ kind }) => kind === 'resource');
    if (fallback === undefined || resources.length === triggers.length)
        return [];
    const lints = resources.map((trigger) => lintAt(context, 'warning', triggerPath(trigger), {
        code: 'no-fallback',
        what: `${labelOf(trigger)}: fallback does not cover it`,
        why: 'The HPA reads cpu and memory itself; when they fail it holds the count or goes by the other metrics.',
        fix: 'nothing to do, as long as you do not rely on it.',
    }));
    if (fallback.isIgnored) {
        lints.push(lintAt(context, 'error', ['spec', 'advanced', 'scalingModifiers', 'target'], {
            code: 'fallback-never-acts',
            what: `the fallback never acts: the formula's target ${modifiers?.target} is not a whole number`,
            why: 'Beside a formula KEDA takes a fallback only with a whole target, and holds the count instead.',
            fix: 'scale the formula and its target so that the target is whole: 10 * (x), target "25" for 2.5.',
        }));
    }
    if (fallback.replicaCount > maxCount && fallback.behavior !== 'currentReplicas') {
        lints.push(lintAt(context, 'warning', ['spec', 'fallback', 'replicas'], {
            code: 'fallback-above-max',
            what: `fallback.replicas ${fallback.replicaCount} is above maxReplicaCount ${maxCount}`,
            why: 'The HPA stops at maxReplicaCount.',
            fix: 'lower fallback.replicas, or raise maxReplicaCount.',
        }));
    }
    return lints;
}
