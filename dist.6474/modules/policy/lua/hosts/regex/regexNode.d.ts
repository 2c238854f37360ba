/** A compiled regular expression as a tree. One unit is a byte, or a character of UTF-8 with the option `u`. */
export type RegexNode = {
    readonly kind: 'set';
    readonly has: UnitSet;
} | {
    readonly kind: 'sequence';
    readonly parts: readonly RegexNode[];
} | {
    readonly kind: 'choice';
    readonly parts: readonly RegexNode[];
} | {
    readonly kind: 'repeat';
    readonly body: RegexNode;
    readonly least: number;
    /** Infinity: without end. */
    readonly most: number;
    readonly mode: 'greedy' | 'lazy' | 'possessive';
} | {
    readonly kind: 'group';
    readonly body: RegexNode;
    readonly index: number;
} | {
    readonly kind: 'atomic';
    readonly body: RegexNode;
} | {
    readonly kind: 'look';
    readonly body: RegexNode;
    readonly isAhead: boolean;
    readonly isNegative: boolean;
} | {
    readonly kind: 'back';
    readonly index: number;
    readonly ignoresCase: boolean;
} | {
    readonly kind: 'assert';
    readonly holds: Assertion;
};
/** Whether a unit is one of a set. */
export type UnitSet = (unit: number) => boolean;
/** Whether something is true between two units. */
export type Assertion = (subject: Units, at: number) => boolean;
export type Units = Uint8Array | Uint32Array;
export interface Regex {
    readonly node: RegexNode;
    readonly groupCount: number;
    /** The index of each named group. */
    readonly names: ReadonlyMap<string, number>;
}
/** A pattern that is wrong, in PCRE2's words; `at` is where the parser stopped. */
export declare class RegexError extends Error {
    readonly at: number;
    constructor(message: string, at: number);
}
