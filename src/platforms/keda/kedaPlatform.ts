import type { Platform } from '../platform.js';
import { scaledJobManifest } from './scaledJobManifest.js';
import { scaledObjectManifest } from './scaledObjectManifest.js';

/** KEDA: event-driven autoscaling on Kubernetes. Source: kedacore/keda 2.18 and keda.sh 2.19. */
export const keda: Platform = {
  name: 'keda',
  title: 'KEDA ScaledObject or ScaledJob (keda.sh/v1alpha1)',
  recognises: (document) => {
    const version = fieldOf(document, 'apiVersion');
    return (
      typeof version === 'string' &&
      version.startsWith('keda.sh/') &&
      /^Scaled(Object|Job)$/.test(String(fieldOf(document, 'kind')))
    );
  },
  read: (source, options) =>
    fieldOf(source.value, 'kind') === 'ScaledJob'
      ? scaledJobManifest(source, options)
      : scaledObjectManifest(source, options),
};

function fieldOf(document: unknown, key: string): unknown {
  return typeof document === 'object' && document !== null ? Reflect.get(document, key) : undefined;
}
