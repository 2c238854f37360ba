import { fieldAt } from '../fieldAt.js';
import type { Platform } from '../platform.js';
import { scaledJobManifest } from './scaledJobManifest.js';
import { scaledObjectManifest } from './scaledObjectManifest.js';
import { settableFields } from './settableFields.js';

/**
 * KEDA: event-driven autoscaling on Kubernetes.
 *
 * Written after descriptions of KEDA 2.18 and the pages of keda.sh (2.17 to 2.19); `Source:` in this folder names the file
 * or page that is described. Checked by cases transcribed from upstream's tests: test/conformance, vectors keda.json.
 */
export const keda: Platform = {
  name: 'keda',
  title: 'KEDA ScaledObject or ScaledJob (keda.sh/v1alpha1)',
  recognises: (document) => {
    const version = fieldAt(document, ['apiVersion']);
    return (
      typeof version === 'string' &&
      version.startsWith('keda.sh/') &&
      /^Scaled(Object|Job)$/.test(String(fieldAt(document, ['kind'])))
    );
  },
  settable: ({ value }) => settableFields(fieldAt(value, ['kind'])),
  read: (source, options) =>
    fieldAt(source.value, ['kind']) === 'ScaledJob'
      ? scaledJobManifest(source, options)
      : scaledObjectManifest(source, options),
};
