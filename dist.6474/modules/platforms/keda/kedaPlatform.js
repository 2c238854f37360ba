import { fieldAt } from '../fieldAt.js';
import { scaledJobManifest } from './scaledJobManifest.js';
import { scaledObjectManifest } from './scaledObjectManifest.js';
import { settableFields } from './settableFields.js';
/**
 * KEDA: event-driven autoscaling on Kubernetes.
 *
 * Behaves as KEDA 2.20 does, written after descriptions of its sources (v2.17 to the main branch after v2.20.2) and the pages of
 * keda.sh; `Source:` in this folder names the file or page that is described, and the version where it matters. Checked by cases transcribed from upstream's tests: test/conformance, vectors keda.json.
 */
export const keda = {
    name: 'keda',
    title: 'KEDA ScaledObject or ScaledJob (keda.sh/v1alpha1)',
    recognises: (document) => {
        const version = fieldAt(document, ['apiVersion']);
        return (typeof version === 'string' &&
            version.startsWith('keda.sh/') &&
            /^Scaled(Object|Job)$/.test(String(fieldAt(document, ['kind']))));
    },
    settable: ({ value }) => settableFields(value),
    read: (source, options) => fieldAt(source.value, ['kind']) === 'ScaledJob'
        ? scaledJobManifest(source, options)
        : scaledObjectManifest(source, options),
};
