import type { Problem } from '../../base/problem.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
/** What one file came to. */
export interface ExplainedFile {
    readonly file: string;
    readonly manifests: readonly FoundManifest[];
    /** Why it, or a manifest in it, is refused. */
    readonly problems: readonly Problem[];
}
/** What `explain` has to say of its manifests, whatever it is shown as. */
export interface Explanation {
    /** Those that have a manifest or a problem, in the order they were given. */
    readonly files: readonly ExplainedFile[];
    /** What was passed over, a sentence each. */
    readonly notes: readonly string[];
}
export declare function problemsOf({ files }: Explanation): Problem[];
export declare function manifestsOf({ files }: Explanation): FoundManifest[];
