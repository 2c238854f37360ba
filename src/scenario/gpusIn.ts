import { gpusOf } from '../fleet/models/gpusOf.js';
import type { Scenario } from './schema.js';

/** GPUs of one instance of a service; 0 where it takes none. */
export function gpusIn({ services, models = {} }: Pick<Scenario, 'services' | 'models'>, name: string): number {
  const { instance } = services[name];
  return gpusOf(instance, instance.model === undefined ? undefined : models[instance.model]);
}
