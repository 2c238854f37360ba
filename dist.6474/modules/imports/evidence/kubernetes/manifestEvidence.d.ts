import type { Problem } from '../../../base/problem.js';
import type { ManifestEvidence } from '../evidence.js';
import type { EvidenceWarning } from '../warning.js';
/** A file of manifests, as text. */
export interface ManifestFile {
    readonly file: string;
    readonly text: string;
}
interface ReadManifests {
    readonly evidence: readonly ManifestEvidence[];
    readonly warnings: readonly EvidenceWarning[];
    readonly problems: readonly Problem[];
    /** Names of the workloads that autoscalers scale; where there is no autoscaler, of all workloads. */
    readonly workloads: readonly string[];
}
/** Manifests of all files, each read in view of the others. */
export declare function manifestEvidenceOf(files: readonly ManifestFile[]): ReadManifests;
/** KEDA calls the HPA that it makes so, unless the ScaledObject says another name (its page "Scaling Deployments"). */
export declare function scalerNames(value: unknown): string[];
export {};
