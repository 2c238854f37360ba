import type { ModelServerSettings } from '../fleet/modelServer/settings.js';
import { modelServerOf } from '../fleet/models/modelServerOf.js';
import type { Scenario } from './schema.js';

/** How instances of a service serve their model; undefined where they serve none. */
export function modelServerIn(
  { services, models = {} }: Pick<Scenario, 'services' | 'models'>,
  name: string,
): ModelServerSettings | undefined {
  const { instance } = services[name];
  const model = instance.model === undefined ? undefined : models[instance.model];
  return model && modelServerOf(model, instance);
}
