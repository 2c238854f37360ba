import { type RegressionLevel } from './baselineResult.js';
/** How much worse than its baseline a measure may become. */
export interface RegressionLimit {
    /** May begin with `services.<name>.`. */
    readonly measure: string;
    readonly better: 'lower' | 'higher';
    /** `relative`: a share of the baseline's mean; `absolute`: in the measure's unit. */
    readonly kind: 'relative' | 'absolute';
    /** >= 0 */
    readonly limit: number;
    readonly level: RegressionLevel;
}
/** Why a text is no limit, in the parts of a Problem. */
interface LimitIssue {
    readonly what: string;
    readonly why: string;
    readonly fix: string;
}
/** What `--max-regression` is when nobody says: the bill, and how long the slowest wait. */
export declare const defaultRegressionLimits = "cost_usd=5%,latency_all_p99_ms=10%";
/** Reads `cost_usd=5%,latency_all_p99_ms=20:warn`: measure, limit (a share with %, else in the measure's unit), level. */
export declare function parseRegressionLimits(text: string): {
    readonly limits: readonly RegressionLimit[];
    readonly issues: readonly LimitIssue[];
};
export {};
