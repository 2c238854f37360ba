import type { DocumentSet, FoundManifest } from './documentSet.js';
import type { Lint } from './platform.js';

/** What can be said of a manifest only in view of the documents beside it: workloads, other autoscalers. */
export interface SetReader {
  lint(one: FoundManifest, set: DocumentSet): Lint[];
  /** Sentences for `explain`, after the manifest's own. */
  explain?(one: FoundManifest, set: DocumentSet): string[];
}
