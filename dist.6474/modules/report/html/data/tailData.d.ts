import type { Study } from '../../analysis/study.js';
import type { TailData } from '../charts/tail.js';
/** Share of requests slower than a latency for every policy; undefined without latencies. */
export declare function tailDataOf(study: Study): TailData | undefined;
