/** Reads a pattern, a character a unit of it. */
export declare class PatternReader {
    #private;
    at: number;
    readonly text: string;
    /** A pattern of bytes, or of characters of UTF-8. */
    constructor(units: readonly number[]);
    get isAtEnd(): boolean;
    /** The character `ahead` places from here; "" behind the end. */
    peek(ahead?: number): string;
    next(): string;
    nextUnit(): number;
    /** Takes a text if it stands here. */
    take(text: string): boolean;
    /** Takes what a sticky expression matches here. */
    takeMatch(sticky: RegExp): RegExpExecArray | undefined;
    /** The unit behind a backslash that stands for one: \n, \x41, \., \0. */
    escapedUnit(): number;
}
