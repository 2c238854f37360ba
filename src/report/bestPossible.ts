import type { PolicyResult } from '../results/results.js';

/** What screens call the `oracle`: it reads the future, so it is a bound and never a recommendation. */
export const bestPossibleText = 'best possible';

/** Whether a policy is the clairvoyant bound; a user's own policy of that name has another source. */
export function isBestPossible({ source }: Pick<PolicyResult, 'source'>): boolean {
  return source === 'oracle';
}

/** The policies one could deploy; the bound itself where nothing else ran. */
export function withoutBound<T>(items: readonly T[], policyOf: (item: T) => PolicyResult): readonly T[] {
  const candidates = items.filter((item) => !isBestPossible(policyOf(item)));
  return candidates.length === 0 ? items : candidates;
}
