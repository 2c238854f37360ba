import { locate } from '../../../base/locate.js';
import { nearest } from '../../../base/nearest.js';
import { removedTypes, triggerKinds } from './index.js';
import { readCronTrigger } from './readCron.js';
import { readExternal } from './readExternal.js';
import { readResource } from './readResource.js';
/** Every type of trigger that a manifest may name. */
const typeNames = ['cpu', 'memory', 'cron', ...triggerKinds.map(({ type }) => type)];
/** Reads one entry of `triggers`. */
export function readTriggerSpec(spec, place) {
    if (spec.type === 'cpu' || spec.type === 'memory')
        return readResource(spec, spec.type, place);
    if (spec.type === 'cron')
        return readCronTrigger(spec, place);
    const kind = triggerKinds.find(({ type }) => type === spec.type);
    if (kind !== undefined)
        return readExternal(spec, kind, place);
    const close = nearest(spec.type, typeNames);
    const problem = {
        code: 'unknown-trigger',
        where: locate(place.source, ['spec', 'triggers', place.index, 'type']),
        what: `"${spec.type}" is not a type of trigger`,
        why: removedTypes[spec.type] ?? 'KEDA builds no scaler for a type that it does not have.',
        fix: close === undefined ? 'https://keda.sh/docs/latest/scalers/ has them all.' : `Did you mean "${close}"?`,
    };
    return { trigger: undefined, problems: [problem], warnings: [] };
}
