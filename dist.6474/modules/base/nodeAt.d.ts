import { type Node } from 'yaml';
import type { SourceDocument } from './document.js';
/** The node as it was written at a key path; undefined where the path leads nowhere. */
export declare function nodeAt({ node, document }: SourceDocument, path: readonly PropertyKey[]): Node | undefined;
