import { type Problem } from '../../base/problem.js';
import type { Recording } from '../../results/recording.js';
import type { Evidence } from './evidence.js';
import type { EvidenceOptions } from './evidenceReader.js';
import type { EvidenceWarning } from './warning.js';
/** What the files of a command line tell of a service. */
export interface EvidenceSet {
    /** In the order of the files. */
    readonly evidence: readonly Evidence[];
    /** The series of all files on one clock, at most one of each role. */
    readonly recording: Recording;
    readonly warnings: readonly EvidenceWarning[];
    /** Why a file, or a part of it, is not among the evidence. */
    readonly problems: readonly Problem[];
}
/** Reads any mix of files, each told by its content; what is wrong with one hides no other. */
export declare function readEvidence(files: readonly string[], options: EvidenceOptions): Promise<EvidenceSet>;
