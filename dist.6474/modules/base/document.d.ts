import { type Document, type LineCounter, type Node } from 'yaml';
import { type Tags } from './documentTags.js';
import type { Problem } from './problem.js';
/** A parsed file that can still say where each key stands. */
export interface SourceDocument {
    readonly file: string;
    readonly value: unknown;
    readonly document: Document | undefined;
    /** The node of `value` where that is a part of the document, as an item of a List; else the document's contents. */
    readonly node?: Node;
    readonly lineCounter: LineCounter;
}
/** Parses a file of one YAML (and so JSON) map. @returns the document, or the problems that kept it from being one */
export declare function parseDocument(text: string, file: string): SourceDocument | Problem[];
/**
 * Parses a file of any number of YAML (and so JSON) documents, empty ones left out.
 *
 * @param tags the only tags that may stand in it; each becomes the map that it is short for
 * @returns the documents, or only problems
 */
export declare function parseDocuments(text: string, file: string, tags?: Tags): SourceDocument[] | Problem[];
export declare function isProblem(value: SourceDocument | Problem | undefined): value is Problem;
