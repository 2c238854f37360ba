import { type ScalingPolicy } from './model.js';
import { type Amount } from './openValue.js';
/** What a policy goes by, for tables: `CPU 55 %`, or the bounds of its alarms, `CPU > 70 %`. */
export declare function targetText(policy: ScalingPolicy<Amount>): string;
/** A number of a manifest as sentences show it; what is open by its name. */
export declare function amountText(amount: Amount): string;
/** A span of seconds. */
export declare function spanText(seconds: Amount): string;
/** A number as people read it: at most four significant digits, no exponent. */
export declare function numberText(value: number): string;
