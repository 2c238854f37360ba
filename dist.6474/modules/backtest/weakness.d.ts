import type { RecordedSeries } from '../results/recording.js';
import type { Recorded } from './observed.js';
import { type Stretch } from './stretch.js';
/** What a recording cannot carry, a sentence each. */
export interface Weakness {
    /** Nothing can be concluded. */
    readonly ofAll: readonly string[];
    /** That replicas agree shows nothing; that they differ still does. */
    readonly ofAgreement: readonly string[];
}
/** Whether a stretch of a recording is long, whole and eventful enough to judge a simulation by. */
export declare function weaknessOf({ counts }: Recorded, { stretch, series }: {
    readonly stretch: Stretch;
    readonly series: readonly (RecordedSeries | undefined)[];
}): Weakness;
