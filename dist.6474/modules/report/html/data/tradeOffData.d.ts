import type { Limit } from '../../analysis/limits.js';
import type { Study } from '../../analysis/study.js';
import type { TradeOffData } from '../charts/tradeOff.js';
/** Cost and p99 of every policy; undefined where there is no price or no latency to draw. */
export declare function tradeOffDataOf(study: Study): TradeOffData | undefined;
/** The limit on the p99 of all requests, if the scenario sets one. */
export declare function p99LimitOf({ candidates }: Study): Limit | undefined;
