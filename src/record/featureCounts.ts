/** Counts over the measured span that only scenarios with the feature behind them have. */
export const featureCountNames = [
  'requestsToDead',
  'healthChecks',
  'ejections',
  'breakerOpenings',
  'hedges',
  'hedgesWon',
  'restarts',
  'oomKills',
  'tooLong',
  'promptTokens',
  'foundTokens',
  'lostTokens',
  'tokenOvershoot',
  'budgetSpent',
  'fallbacks',
  'cooldowns',
  'providerCost',
  'providerWaste',
  'providerCachedTokens',
  'providerLimited',
  'providerFailed',
] as const;
export type FeatureCountName = (typeof featureCountNames)[number];

/** What a service's features counted; a feature that is off has no entry. Whoever counts enters how to read the count. */
export type FeatureCounts = Map<FeatureCountName, () => number>;

/** Several features count the same: their sum. */
export function addCount(counts: FeatureCounts, name: FeatureCountName, count: () => number): void {
  const others = counts.get(name);
  counts.set(name, others === undefined ? count : () => others() + count());
}
