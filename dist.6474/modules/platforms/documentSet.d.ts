import type { SourceDocument } from '../base/document.js';
import type { FieldChange } from './applyParams.js';
import type { Lint, Manifest, Platform } from './platform.js';
/** One document that a platform understands. */
export interface FoundManifest {
    readonly platform: Platform;
    readonly manifest: Manifest;
    /** As it was written, without the user's parameters. */
    readonly source: SourceDocument;
    /** What the user's parameters replaced in it. */
    readonly changes: readonly FieldChange[];
}
/** Everything that is read together: the documents of a file, or of all files that `explain` is given. */
export interface DocumentSet {
    /** All of them, autoscalers too; the items of a List one by one. */
    readonly documents: readonly SourceDocument[];
    readonly manifests: readonly FoundManifest[];
}
/** What can be said of a manifest only in view of the documents beside it: workloads, other autoscalers. */
export interface SetReader {
    lint(one: FoundManifest, set: DocumentSet): Lint[];
    /** Sentences for `explain`, after the manifest's own. */
    explain?(one: FoundManifest, set: DocumentSet): string[];
}
