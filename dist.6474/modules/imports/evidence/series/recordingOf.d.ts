import type { Recording } from '../../../results/recording.js';
import type { EvidenceWarning } from '../warning.js';
import type { ChosenOne } from './chooseSeries.js';
/** The chosen series on one clock; those that lie on another are left out with a warning. */
export declare function recordingOf(all: readonly ChosenOne[]): {
    readonly recording: Recording;
    readonly warnings: readonly EvidenceWarning[];
};
