import type { ScalingModel, TrackingPolicy } from '../model.js';
import type { JudgeContext } from './memory.js';
import type { SlotSeries } from './slotSeries.js';
import { type Verdict } from './verdict.js';
/** What a target tracking policy wants at this minute. */
export declare function judgeTracking(policy: TrackingPolicy, series: SlotSeries, context: JudgeContext & {
    readonly kind: ScalingModel['kind'];
}): Verdict;
