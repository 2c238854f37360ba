import { type Document, type LineCounter } from 'yaml';
import type { Problem } from './problem.js';
/** Aliases in a file; people write a handful. */
export declare const ALIAS_LIMIT = 100;
interface Source {
    readonly document: Document;
    readonly file: string;
    readonly lineCounter: LineCounter;
}
/** What YAML allows and a file of settings must not: keys that are lost, tags, prototype keys, aliases of nothing, cycles, floods of aliases. */
export declare function dangers(source: Source): Problem[];
export {};
