import type { SourceDocument } from '../base/document.js';
import type { DocumentSet } from './documentSet.js';
/** The object that `spec.scaleTargetRef` of an autoscaler names (a Deployment, if it says no kind), where it lies beside it. */
export declare function targetDocument(source: SourceDocument, set: Pick<DocumentSet, 'documents'>): SourceDocument | undefined;
/**
 * The one object that fits, among those that are read together with a document; undefined when there is none, or no telling which.
 *
 * A folder often holds the same objects for several environments, so the nearest counts: of the same file, else of the
 * same folder, else the only one there is. Objects of another namespace are others; one that names none may be in any.
 */
export declare function objectBeside(document: SourceDocument, { documents }: Pick<DocumentSet, 'documents'>, fits: (value: unknown) => boolean): SourceDocument | undefined;
