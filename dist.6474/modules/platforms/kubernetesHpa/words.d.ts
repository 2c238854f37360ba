import type { ScalingPolicy } from './scalingRules.js';
/** A length of time in a sentence: 300 -> "5 min", 90 -> "90 s". */
export declare function spanWords(seconds: number): string;
/** An instant of a run as a clock shows it: 495 -> "8m15s". */
export declare function timeWords(seconds: number): string;
/** A scaling policy in short: "Pods 4/15s". */
export declare function policyWords({ type, value, periodSeconds }: ScalingPolicy): string;
