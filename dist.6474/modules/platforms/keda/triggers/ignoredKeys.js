import { nearest } from '../../../base/nearest.js';
import { triggerKinds } from './index.js';
import { accessKeys } from './triggerKind.js';
/** Keys of types that read no number from outside. */
const otherKeys = {
    cpu: ['value', 'type', 'containerName'],
    memory: ['value', 'type', 'containerName'],
    cron: ['timezone', 'start', 'end', 'desiredReplicas'],
};
/** What KEDA passes over in silence: the metadata is free text to the API, and a scaler looks for its own keys only. */
export function ignoredKeys({ type, metadata }) {
    const kind = triggerKinds.find((candidate) => candidate.type === type);
    if (kind?.takesAnyKey)
        return [];
    const own = kind === undefined ? otherKeys[type] : keysOf(kind);
    if (own === undefined)
        return [];
    const tolerated = kind === undefined ? own : [...own, ...accessKeys];
    const isKnown = (key) => tolerated.includes(key) ||
        (kind !== undefined && key.endsWith('FromEnv')) ||
        // `query.A` and its like: a key for each row.
        own.some((known) => known.endsWith('.*') && key.startsWith(known.slice(0, -1)));
    return Object.keys(metadata)
        .filter((key) => !isKnown(key))
        .map((key) => ({ key, close: nearest(key, own) }));
}
function keysOf(kind) {
    const { targetKeys, activationKeys, placeKeys, neededKeys, effects, optionKeys = [], removedKeys = {} } = kind;
    return [
        ...targetKeys,
        ...activationKeys,
        ...placeKeys,
        ...neededKeys,
        ...Object.keys(effects),
        ...optionKeys,
        ...Object.keys(removedKeys),
        ...(kind.promqlKey === undefined ? [] : [kind.promqlKey]),
    ];
}
