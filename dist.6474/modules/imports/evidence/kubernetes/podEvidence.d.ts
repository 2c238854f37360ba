import type { PodEvidence } from '../evidence.js';
import type { EvidenceWarning } from '../warning.js';
import type { PodEvent, PodObject } from './podObject.js';
/** The pods of one file. */
export interface PodFile {
    readonly file: string;
    readonly pods: readonly PodObject[];
}
/** Starts of the pods of a file, with the events of all files; of other workloads than these none, where any are wanted. */
export declare function podEvidenceOf({ file, pods }: PodFile, events: readonly PodEvent[], workloads: readonly string[]): {
    readonly evidence: PodEvidence;
    readonly warnings: readonly EvidenceWarning[];
};
