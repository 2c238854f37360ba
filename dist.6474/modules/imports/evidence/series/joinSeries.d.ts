import type { Problem } from '../../../base/problem.js';
import type { Recording } from '../../../results/recording.js';
import type { FileEvidence } from '../evidenceReader.js';
import type { EvidenceWarning } from '../warning.js';
import type { AskedSeries } from './askedSeries.js';
/** The series of all files on one clock, at most one of each role, and what must be said of the choice. */
export declare function joinSeries(found: readonly FileEvidence[], { asked, workloads }: {
    readonly asked: readonly AskedSeries[];
    readonly workloads: readonly string[];
}): {
    readonly recording: Recording;
    readonly warnings: readonly EvidenceWarning[];
    readonly problems: readonly Problem[];
};
