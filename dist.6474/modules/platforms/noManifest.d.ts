import type { SourceDocument } from '../base/document.js';
import type { Problem } from '../base/problem.js';
/** That a file, or a folder, has nothing to explain or run; with what it has instead. */
export declare function noManifest(file: string, documents: readonly SourceDocument[]): Problem;
/** `1 x Deployment, 2 x Service and 3 kinds more`. */
export declare function kindsText(documents: readonly SourceDocument[]): string;
/** Whether a document has nearly the kind of a manifest, or just it with another apiVersion: whoever wrote it meant one. */
export declare function isAlmostManifest({ value }: SourceDocument): boolean;
