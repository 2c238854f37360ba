import type { Scenario } from './schema.js';

/** Whether requests of a class are refused first where model servers are full. */
export function isSheddable({ requests, ai }: Pick<Scenario, 'requests' | 'ai'>, name: string): boolean {
  const { tier } = requests[name];
  return tier !== undefined && ai?.tiers?.[tier]?.sheddable === true;
}

/** Whether any class is refused like that. */
export function shedsTiers(scenario: Pick<Scenario, 'requests' | 'ai'>): boolean {
  return Object.keys(scenario.requests).some((name) => isSheddable(scenario, name));
}

/** Every priority that requests of a class may have. */
export function prioritiesOf({ requests, ai }: Pick<Scenario, 'requests' | 'ai'>, name: string): number[] {
  const own = requests[name].priority;
  if (own !== undefined) return [own];
  return [0, ...Object.values(ai?.consumers ?? {}).map(({ priority = 0 }) => priority)];
}
