import type { Options } from './options.js';
interface Repeat {
    readonly command: string;
    readonly operands: readonly string[];
    readonly options: Options;
    readonly seed: number | undefined;
}
/** The command that gives the same result again; options that change no figure are left out. */
export declare function repeatCommand({ command, operands, options, seed }: Repeat): string;
/**
 * The same for a document, which must not depend on the folder it was made in: relative paths stay as they were typed, absolute
 * ones lose their folders.
 */
export declare function portableCommand(repeat: Repeat): string;
/** The command as it was typed, with `--resume`: the reports and the gate are to be the same too. */
export declare function resumeCommand(typed: readonly string[]): string;
export {};
