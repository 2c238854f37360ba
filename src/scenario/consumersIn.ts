import type { Scenario } from './schema.js';

/** Whether any request has a consumer. */
export function hasConsumers({ requests }: Pick<Scenario, 'requests'>): boolean {
  return Object.values(requests).some(({ consumer }) => consumer !== undefined);
}

/** Names of the consumers, in the order of their numbers. */
export function consumerNames({ ai }: Pick<Scenario, 'ai'>): string[] {
  return Object.keys(ai?.consumers ?? {});
}

/** Whether any consumer that asks has a limit. */
export function limitsConsumers(scenario: Pick<Scenario, 'requests' | 'ai'>): boolean {
  const limits = Object.values(scenario.ai?.consumers ?? {});
  return (
    hasConsumers(scenario) &&
    limits.some(({ tokensPerMinute = 0, requestsPerMinute = 0 }) => tokensPerMinute + requestsPerMinute > 0)
  );
}
