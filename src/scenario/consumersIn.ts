import type { Scenario } from './schema.js';

/** Whether any request has a consumer. */
export function hasConsumers({ requests }: Pick<Scenario, 'requests'>): boolean {
  return Object.values(requests).some(({ consumer }) => consumer !== undefined);
}

/** Names of the consumers, in the order of their numbers. */
export function consumerNames({ ai }: Pick<Scenario, 'ai'>): string[] {
  return Object.keys(ai?.consumers ?? {});
}

/** Whether any consumer has a limit by the minute. */
export function hasRates({ ai }: Pick<Scenario, 'ai'>): boolean {
  return Object.values(ai?.consumers ?? {}).some(
    ({ tokensPerMinute, requestsPerMinute }) => tokensPerMinute !== undefined || requestsPerMinute !== undefined,
  );
}

/** Whether any consumer has a budget. */
export function hasBudgets({ ai }: Pick<Scenario, 'ai'>): boolean {
  return Object.values(ai?.consumers ?? {}).some(({ budgetUsdPerDay }) => budgetUsdPerDay !== undefined);
}

/** Whether consumers that ask have a limit of any kind. */
export function limitsConsumers(scenario: Pick<Scenario, 'requests' | 'ai'>): boolean {
  return hasConsumers(scenario) && (hasRates(scenario) || hasBudgets(scenario));
}
