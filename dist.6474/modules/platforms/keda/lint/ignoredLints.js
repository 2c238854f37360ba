import { nearest } from '../../../base/nearest.js';
import { fieldAt } from '../../fieldAt.js';
import { annotationPrefix, switchAnnotations } from '../readAnnotations.js';
import { ignoredKeys } from '../triggers/ignoredKeys.js';
import { triggerKinds } from '../triggers/index.js';
import { lintAt, triggerPath } from './context.js';
/** What KEDA passes over in silence, and what it misses. */
export function ignoredLints(context) {
    return [...unknownLints(context), ...missingLints(context)];
}
/** Annotations and metadata that nothing reads: one warning for all of them. */
function unknownLints(context) {
    const { source, spec } = context;
    const annotations = Object.keys(fieldAt(source.value, ['metadata', 'annotations']) ?? {});
    const unknown = [
        ...annotations
            .filter((key) => key.startsWith(annotationPrefix) && !switchAnnotations.includes(key))
            .map((key) => ({
            path: ['metadata', 'annotations', key],
            words: withNearest(key, nearest(key, switchAnnotations)),
        })),
        ...spec.triggers.flatMap((trigger, index) => ignoredKeys(trigger).map(({ key, close }) => ({
            path: triggerPath({ index }, 'metadata', key),
            words: withNearest(`${key} of s${index} ${trigger.type}`, close),
        }))),
    ];
    const [first] = unknown;
    if (first === undefined)
        return [];
    const them = unknown.length === 1 ? 'it' : 'them';
    return [
        lintAt(context, 'warning', first.path, {
            code: 'ignored-keys',
            what: `KEDA does not read ${unknown.map(({ words }) => words).join(', ')}`,
            why: `It ignores ${them} silently.`,
            fix: `correct or remove ${them}.`,
        }),
    ];
}
function withNearest(key, close) {
    return close === undefined ? key : `${key} (did you mean ${close}?)`;
}
/** Keys without which KEDA finds no place to read from: nothing is read there in a simulation, so it runs all the same. */
function missingLints(context) {
    return context.spec.triggers.flatMap(({ type, metadata, authenticationRef }, index) => {
        const kind = triggerKinds.find((candidate) => candidate.type === type);
        const isThere = (key) => metadata[key] !== undefined || metadata[`${key}FromEnv`] !== undefined;
        const missing = (kind?.placeNeeds ?? []).filter((keys) => {
            const isHeldApart = authenticationRef !== undefined && kind?.accessNeeds?.includes(keys);
            return !isHeldApart && !keys.split('|').some(isThere);
        });
        if (missing.length === 0)
            return [];
        const names = missing.map((keys) => keys.replace('|', ' or '));
        return [
            lintAt(context, 'warning', triggerPath({ index }), {
                code: 'incomplete-trigger',
                what: `s${index} ${type} has no ${names.join(', ')}`,
                why: `KEDA builds no scaler without ${missing.length === 1 ? 'it' : 'them'}. Nothing is read there in a simulation, so it runs here.`,
                fix: 'add what is missing to its metadata, or to the TriggerAuthentication that authenticationRef names.',
            }),
        ];
    });
}
