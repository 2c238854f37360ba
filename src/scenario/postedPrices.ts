import type { PostedPrice } from '../gateway/ai/routes/choosers/chooserParts.js';
import { targetNames } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** USD of a million tokens at each service and provider, in the order of `targetNames`; undefined where nothing is said. */
export function postedPrices(scenario: Pick<Scenario, 'services' | 'models' | 'ai'>) {
  return targetNames(scenario).map((name) => postedPrice(scenario, name));
}

/** What a service or a provider costs by the token; undefined where nothing is said. */
export function postedPrice(
  { services, models = {}, ai }: Pick<Scenario, 'services' | 'models' | 'ai'>,
  name: string,
): PostedPrice | undefined {
  const { providers = {} } = ai ?? {};
  if (Object.hasOwn(providers, name)) return providers[name].price;
  return models[services[name]?.instance.model ?? '']?.pricePerMillion;
}
