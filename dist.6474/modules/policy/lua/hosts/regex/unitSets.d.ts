import type { UnitSet } from './regexNode.js';
export declare const not: (set: UnitSet) => UnitSet;
/** `\d` and the like: pcre2pattern(3), "Generic character types". ASCII, whatever the option `u`. */
export declare const typeSets: Readonly<Record<string, UnitSet>>;
/** `[:alpha:]` and the like: pcre2pattern(3), "POSIX character classes". */
export declare const posixSets: Readonly<Record<string, UnitSet>>;
export declare const isWord: UnitSet;
/** A set of single units, ranges and other sets, with both cases of each letter where case does not count. */
export declare function classSet(parts: readonly UnitSet[], { isNegative, ignoresCase }: {
    readonly isNegative: boolean;
    readonly ignoresCase: boolean;
}): UnitSet;
export declare function range(low: number, high: number): UnitSet;
/** The same letter in the other case; bytes beyond ASCII are no letters. */
export declare function otherCase(unit: number): number;
