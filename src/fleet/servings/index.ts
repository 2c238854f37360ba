import type { Serving, ServingContext, ServingNeeds, ServingVariant } from '../serving.js';
import { modelServer } from './modelServer.js';
import { processorSharing } from './processorSharing.js';
import { slots } from './slots.js';
import { Together } from './together.js';

/** Every way to serve, the first that fits a service's requests is taken. */
export const servings: readonly ServingVariant[] = [modelServer, slots, processorSharing];

/**
 * How the services of a run serve, as one.
 *
 * @param needs [service]
 */
export function buildServing(
  context: ServingContext,
  needs: readonly ServingNeeds[],
  variants: readonly ServingVariant[] = servings,
): Serving {
  const built = new Map<ServingVariant, Serving>();
  const ofService = needs.map((need) => {
    const variant = variants.find(({ fits }) => fits(need)) ?? processorSharing;
    const serving = built.get(variant) ?? variant.build(context);
    built.set(variant, serving);
    return serving;
  });
  return built.size === 1 ? ofService[0] : new Together(context, ofService);
}
