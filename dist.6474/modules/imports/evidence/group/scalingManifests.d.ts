import type { Problem } from '../../../base/problem.js';
import type { ManifestEvidence } from '../evidence.js';
/** A file with groups or policies of AWS. */
export interface ScalingFile {
    readonly file: string;
    readonly text: string;
    readonly hasPolicies: boolean;
    /** A plan or template, which holds all that its policies need; else output or input of the command line, mostly in several files. */
    readonly isWhole: boolean;
}
interface ScalingManifests {
    readonly evidence: readonly ManifestEvidence[];
    readonly problems: readonly Problem[];
}
/**
 * The manifests in files of AWS, as `--policy` takes them.
 *
 * What the command line prints of one group lies in several files: bounds and warm-up in one, each policy in another. A policy read
 * without its group has no bounds and the default warm-up, so those files are read as one list.
 */
export declare function scalingManifests(files: readonly ScalingFile[]): ScalingManifests;
export {};
