import type { BuildOptions, Message, TransformOptions } from 'esbuild';
/** What esbuild made of a text or a file, or what kept it from that. */
export type EsbuildOutcome = {
    readonly kind: 'code';
    readonly code: string;
    readonly map: string;
} | {
    readonly kind: 'errors';
    readonly errors: readonly Message[];
}
/** `stopped`: esbuild ended, or would take all memory, as its parser does on a million open brackets. */
 | {
    readonly kind: 'stopped' | 'too-long';
};
type EsbuildTask = 
/** One text; esbuild opens nothing for it. */
{
    readonly call: 'transform';
    readonly text: string;
    readonly options: TransformOptions;
}
/** A file with all it imports; `modules` are names that mean a text, wherever they are imported. */
 | {
    readonly call: 'build';
    readonly options: BuildOptions;
    readonly modules: Readonly<Record<string, string>>;
}
/** Only what a text imports: the `code` is a list of paths as JSON. */
 | {
    readonly call: 'imports';
    readonly options: BuildOptions;
};
/** Seconds for one task; real ones take milliseconds. */
export declare const esbuildLimitSeconds = 5;
/**
 * Asks esbuild in a process of its own.
 *
 * Problem: where esbuild's parser recurses too deep, its Go runtime ends it and writes a stack of 30 KB to the terminal, and
 * its types make some short texts take forever. Idea: it runs below a process whose output nobody sees and that can be
 * ended. The process is started once and serves one task at a time; it does not hold this program.
 */
export declare function askEsbuild(task: EsbuildTask): Promise<EsbuildOutcome>;
/** For a file with all it imports as one CommonJS text with an inline source map; no path of the machine gets in. */
export declare function bundleOptions(folder: string, outputName: string): BuildOptions;
export {};
