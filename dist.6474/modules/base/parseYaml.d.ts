import { type Document, LineCounter } from 'yaml';
import { type Tags } from './documentTags.js';
import type { Problem } from './problem.js';
/** Documents of one text, and where its lines begin. */
interface ParsedYaml {
    readonly documents: Document[];
    readonly lineCounter: LineCounter;
}
/**
 * Parses YAML (and so JSON), as far as it can be done in time in proportion to its length and a bounded stack.
 *
 * The parser opens and closes collections without recursion, and is asked after each token how many are open: brackets,
 * indentation, `- - -` and `? ? ?` count alike, brackets in text do not. What composes nodes of them recurses, and sees no deeper
 * file. Numbers and words are those of YAML 1.2 whatever a %YAML directive says: 1.1 would read 1:30 as 90 and `no` as false.
 * @returns the documents, or the problems that kept the text from being any
 */
export declare function parseYaml(text: string, file: string, tags: Tags): ParsedYaml | Problem[];
export {};
