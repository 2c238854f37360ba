import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/canonicalJson.js';
import { readManifests } from '../platforms/readManifestSet.js';
/** What messages call a manifest that came as text. */
const shown = 'manifest';
/** Whether a policy or workload is the text of a manifest, not a path: YAML of several lines, or JSON. */
export function isManifestText(text) {
    return text.includes('\n') || /^\s*[[{]/.test(text);
}
/** A manifest as a candidate, named as its autoscaler is. @throws ProblemError when it cannot be read */
export function inlineManifest(text, metricNames) {
    const [{ manifest }] = readManifests({ text, file: shown, params: {}, metricNames });
    const hash = createHash('sha256')
        .update(canonicalJson([text, metricNames]))
        .digest('hex');
    const spec = { kind: 'manifest', fileName: shown, path: shown, code: text, params: {}, metricNames };
    return { name: manifest.name, source: 'inline', hash, params: {}, bindings: { '*': spec } };
}
