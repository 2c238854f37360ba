import { nearest } from '../base/nearest.js';
import { fieldAt } from './fieldAt.js';
import { platforms } from './index.js';
/** Kinds that are named, the rest counted. */
const KINDS_SHOWN = 6;
/** Slips of the pen. VerticalPodAutoscaler, which is another kind, has 6. */
const EDITS_LIMIT = 2;
/** Kinds of Kubernetes objects that are manifests, for misspelt ones. */
const manifestKinds = ['HorizontalPodAutoscaler', 'ScaledObject', 'ScaledJob'];
/** That a file, or a folder, has nothing to explain or run; with what it has instead. */
export function noManifest(file, documents) {
    const known = platforms.map(({ title }) => title).join('; ');
    return {
        code: 'no-manifest',
        where: { file },
        what: `holds no manifest that dryscale understands${documents.length === 0 ? '' : `; it holds ${kindsText(documents)}`}`,
        why: `Known are: ${known}.`,
        fix: fixFor(documents),
    };
}
/** `1 x Deployment, 2 x Service and 3 kinds more`. */
export function kindsText(documents) {
    const counts = new Map();
    for (const { value } of documents) {
        const kind = fieldAt(value, ['kind']);
        const name = typeof kind === 'string' ? kind : 'document without a kind';
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const all = [...counts].map(([kind, count]) => `${count} x ${kind}`);
    const rest = all.length - KINDS_SHOWN;
    return rest > 1 ? `${all.slice(0, KINDS_SHOWN).join(', ')} and ${rest} kinds more` : all.join(', ');
}
function fixFor(documents) {
    const almost = documents.find(isAlmostManifest);
    if (almost === undefined)
        return 'name the file that has the autoscaler, or write the policy in Lua or TypeScript.';
    const kind = String(fieldAt(almost.value, ['kind']));
    const apiVersion = fieldAt(almost.value, ['apiVersion']);
    const meant = nearest(kind, manifestKinds, EDITS_LIMIT);
    if (meant !== kind)
        return `did you mean ${meant}?`;
    const group = kind === 'HorizontalPodAutoscaler' ? 'autoscaling/v2' : 'keda.sh/v1alpha1';
    const found = typeof apiVersion === 'string' ? `It is ${apiVersion}.` : 'It is missing, or no text.';
    return `did you mean apiVersion: ${group}? ${found}`;
}
/** Whether a document has nearly the kind of a manifest, or just it with another apiVersion: whoever wrote it meant one. */
export function isAlmostManifest({ value }) {
    const kind = fieldAt(value, ['kind']);
    return typeof kind === 'string' && nearest(kind, manifestKinds, EDITS_LIMIT) !== undefined;
}
