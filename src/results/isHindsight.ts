import type { FailedPolicy, PolicyResult } from './results.js';

/** Whether a policy is the `oracle`, which nobody can deploy; a user's own policy of that name has another source. */
export function isHindsight(policy: Pick<PolicyResult, 'source'> | FailedPolicy): boolean {
  return 'source' in policy && policy.source === 'oracle';
}
