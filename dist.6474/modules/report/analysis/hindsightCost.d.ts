import { type Study } from './study.js';
/** What hindsight at 80 % use would pay: the policy `oracle` where it ran, else the measure; undefined without either. */
export declare function hindsightCostOf({ candidates, reference }: Study): number | undefined;
