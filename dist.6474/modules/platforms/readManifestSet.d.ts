import type { SourceDocument } from '../base/document.js';
import { type Problem } from '../base/problem.js';
import type { Params } from '../policy/policy.js';
import type { FoundManifest } from './documentSet.js';
import type { ManifestOptions } from './platform.js';
interface ManifestText extends ManifestOptions {
    readonly text: string;
    /** As the user wrote it, for messages. */
    readonly file: string;
    /** Fields to replace. */
    readonly params: Params;
}
/** What a file of a set holds. */
export interface ReadFile {
    readonly file: string;
    readonly manifests: readonly FoundManifest[];
    /** Its other documents: workloads, and whatever has nothing to do with scaling. */
    readonly others: readonly SourceDocument[];
    /** Why it, or a manifest in it, is refused. */
    readonly problems: readonly Problem[];
}
/**
 * Reads files together: each manifest sees the documents of all of them, and none is refused for what is wrong in another.
 *
 * @returns what each file holds, in their order
 */
export declare function readManifestSet(files: readonly ManifestText[]): ReadFile[];
/**
 * Every document of a file that is an autoscaler's manifest; others (a Deployment, a Service) are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, holds no manifest or a wrong one, or has no field that a parameter names
 */
export declare function readManifests(text: ManifestText): readonly FoundManifest[];
export {};
