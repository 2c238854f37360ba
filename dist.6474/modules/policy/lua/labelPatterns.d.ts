import type { PatternOf } from '../../telemetry/promql/labelMatching.js';
/** Regular expressions of label matchers: anchored at both ends, every step of the match charged to the policy. */
export declare function labelPatterns(charge: (stepCount: number) => void): PatternOf;
