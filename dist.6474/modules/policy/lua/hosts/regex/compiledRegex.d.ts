import { RegexError, type Units } from './regexNode.js';
/** Letters of ngx.re's options that change what is matched. */
interface RegexOptions {
    readonly i: boolean;
    readonly m: boolean;
    readonly s: boolean;
    readonly x: boolean;
    /** Characters of UTF-8 instead of bytes. */
    readonly u: boolean;
    /** Matches only where the search begins. */
    readonly a: boolean;
}
/** A text to search: its bytes, and where each unit begins in them. */
export interface Subject {
    readonly bytes: Uint8Array;
    readonly units: Units;
    /** Undefined where units are bytes. */
    readonly offsets: Uint32Array | undefined;
}
/** Begin and end of each group in bytes; -1 where it took no part. */
export type Spans = readonly number[];
export declare class CompiledRegex {
    #private;
    readonly groupCount: number;
    readonly names: ReadonlyMap<string, number>;
    /** @throws RegexError */
    constructor(pattern: Uint8Array, options: RegexOptions);
    /** How large it is. */
    get stepCount(): number;
    subject(bytes: Uint8Array): Subject;
    /** The first match from a byte on. @throws MatchLimitError */
    search({ units, offsets }: Subject, fromByte: number, report: (steps: number) => void): Spans | undefined;
}
/** What pcre_compile() would say, as ngx_lua shows it. */
export declare function compileMessage(error: RegexError, pattern: Uint8Array): string;
export {};
