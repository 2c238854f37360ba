/**
 * A JSON text that is read front to back and never held whole: files of some gigabytes hold series of a few megabytes.
 *
 * The reader asks for what it expects (the keys of an object, the items of a list, a whole small value, pairs of numbers) and skips
 * the rest. What is skipped is checked for its brackets only.
 */
export declare class JsonStream {
    #private;
    /** @param fix what to do about a file that is not whole, for its message */
    constructor(chunks: Iterable<string>, { file, fix }: {
        readonly file: string;
        readonly fix: string;
    });
    /** The line of what is read next, from 1. */
    get line(): number;
    /** The next character that is no blank; empty at the end. */
    peek(): string;
    /** The keys of an object; each value must be read or skipped before the next key is asked for. */
    keys(): Generator<string>;
    /** As often as a list has items; each must be read or skipped before the next. */
    items(): Generator<void>;
    /** Hands over the pairs of a list such as `[[1772550000, "40"], ...]`, as text. */
    pairs(each: (first: string, second: string) => void): void;
    /** The next value, whole. */
    value(): unknown;
    /** Passes over the next value. */
    skip(): void;
    /** @throws ProblemError unless only blanks are left */
    end(): void;
}
