import type { PolicyResult } from '../results/results.js';
/**
 * Stands where a quantile over all requests falls among those that were not answered well: the share of these.
 *
 * At most ten characters, so that it fits a column of the terminal; `fail` as in k6's http_req_failed.
 * @example "4.1 % fail"
 */
export declare function unansweredText({ measures }: Pick<PolicyResult, 'measures'>, space?: string): string;
