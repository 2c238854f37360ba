import { type Regex, type RegexNode } from './regexNode.js';
/** Options that hold from here to the end of the group. */
interface Flags {
    readonly i: boolean;
    readonly m: boolean;
    readonly s: boolean;
    readonly x: boolean;
}
/**
 * A pattern of PCRE as a tree: pcre2pattern(3) without recursion, conditions, callouts, verbs and \K, which are refused by
 * name.
 *
 * @throws RegexError
 */
export declare function parseRegex(units: readonly number[], flags: Flags): Regex;
/** How many units a node takes, where that is always the same. */
export declare function fixedLength(node: RegexNode): number | undefined;
export {};
