import type { RecordedBins } from '../../results/serviceRecord.js';
import type { BinnedKind } from '../observed.js';
import { type JudgedMeasure } from './judgedMeasure.js';
/** A measure whose recorded values are means over bins. */
interface BinnedRule {
    readonly kind: BinnedKind;
    readonly measure: JudgedMeasure['measure'];
    /** From the recorder's unit to the measure's. */
    readonly factor: number;
    /** [bin] the same quantity of a run, null where it has none. */
    valuesOf(bins: RecordedBins): readonly (number | null)[];
    /** Whether a bin counts by the requests that came in it, else by its length. */
    readonly isByRequests: boolean;
    /** What is believable: a share of the recorded value, or a distance in the measure's own unit. */
    readonly farthest: {
        readonly share: number;
    } | {
        readonly distance: number;
    };
    /** A distance in words. */
    distanceText(distance: number): string;
}
/** Weighted means over the bins that both have; how far the means are apart. */
export declare function binnedMeasure(rule: BinnedRule): JudgedMeasure;
export {};
