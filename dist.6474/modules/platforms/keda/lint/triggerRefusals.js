import { isScalar } from 'yaml';
import { nodeAt } from '../../../base/nodeAt.js';
import { triggerKinds } from '../triggers/index.js';
import { lintAt, triggerPath } from './context.js';
/** What the API server refuses of a trigger, and what no scaler is built from: KEDA takes that, and then scales nothing. */
export function triggerRefusals(context) {
    return [...builderRefusals(context), ...unquotedLints(context)];
}
function builderRefusals(context) {
    return context.spec.triggers.flatMap((trigger, index) => {
        const { type, metadata, metricType } = trigger;
        const kind = triggerKinds.find((candidate) => candidate.type === type);
        const label = `s${index} ${type}`;
        const at = (key) => triggerPath({ index }, 'metadata', key);
        const lints = (kind?.refusals?.(metadata) ?? []).map(({ key, what, fix }) => lintAt(context, 'error', at(key), { code: 'no-scaler', what: `${label}: ${what}`, why: noScaler, fix }));
        for (const [key, instead] of Object.entries(kind?.removedKeys ?? {})) {
            if (metadata[key] === undefined)
                continue;
            const what = `${label}: KEDA no longer takes \`${key}\``;
            lints.push(lintAt(context, 'error', at(key), { code: 'removed-key', what, why: noScaler, fix: `use ${instead}.` }));
        }
        if ((type === 'cpu' || type === 'memory') && metadata.type !== undefined) {
            const what = `${label}: \`type\` in the metadata was removed in KEDA 2.18`;
            const fix = metricType === undefined
                ? `write \`metricType: ${metadata.type}\` beside \`type: ${type}\`.`
                : 'remove it; metricType says it.';
            lints.push(lintAt(context, 'error', at('type'), { code: 'removed-key', what, why: noScaler, fix }));
        }
        return lints;
    });
}
export const noScaler = 'KEDA builds no scaler from it, and then none for the whole object: nothing scales.';
/** Metadata is text: the API refuses a bare number, which only the file itself can tell. */
function unquotedLints(context) {
    const { source, spec } = context;
    return spec.triggers.flatMap((trigger, index) => Object.keys(trigger.metadata).flatMap((key) => {
        const path = triggerPath({ index }, 'metadata', key);
        const node = nodeAt(source, path);
        if (!isScalar(node) || typeof node.value === 'string')
            return [];
        const what = `\`${key}\` is ${String(node.value)} (${typeof node.value}), but metadata holds text`;
        const why = 'The API server refuses the manifest.';
        return [
            lintAt(context, 'error', path, { code: 'unquoted-metadata', what, why, fix: `write "${String(node.value)}".` }),
        ];
    }));
}
