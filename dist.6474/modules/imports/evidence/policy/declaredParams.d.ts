import type { PolicyUse } from './policyEvidence.js';
/**
 * The parameters that a policy without comments declares in its table `params`, and where: names with a plain value, not what is computed or nested.
 *
 * A script declares none; what it reads of `params` is told without a value.
 */
export declare function declaredParams(code: string): PolicyUse[];
