import type { Options } from './options.js';
import type { Output } from './output.js';
/** One kind of conversion, as the list of kinds has it. */
interface Kind {
    readonly name: string;
    /** Options that not every kind has. */
    readonly settings: readonly string[];
}
/** The operands of `import` and `export`: what kind, and which file. @throws ProblemError with exit code 2 */
export declare function kindAndFile<K extends Kind>(command: string, [name, file]: readonly string[], kinds: readonly K[]): {
    readonly kind: K;
    readonly file: string;
};
/** A setting that the kind does not have would be ignored. @throws ProblemError with exit code 2 */
export declare function rejectForeignSettings(command: string, { name, settings }: Kind, kinds: readonly Kind[], given: Readonly<Record<string, boolean>>): void;
/** What a conversion gives. */
interface Converted {
    /** In parts where it may be too long for the memory. */
    readonly text: string | Iterable<string>;
    /** Whole when the last part of the text is made. */
    readonly notes: readonly string[];
    /** What to do with the file, when there is something to say. */
    readonly usage: readonly string[];
}
/**
 * Carries out a conversion: the file to --out and how to use it to stdout, or the text alone to stdout.
 *
 * @throws ProblemError with exit code 106 when the output is in the way, before anything is read
 */
export declare function convert(input: string, { options, output }: {
    readonly options: Options;
    readonly output: Output;
}, make: () => Promise<Converted>): Promise<void>;
export {};
