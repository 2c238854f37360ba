/** One file of a script as CommonJS, and what its import statements ask for. */
export interface CompiledSource {
    readonly code: string;
    /** Where a position of the code, both from 1, stands in the file. */
    place(line: number, column: number): {
        readonly line: number;
        readonly column: number;
    } | undefined;
}
/** A text as the code of a module. @param file as problems name it @throws ProblemError with every mistake in it */
export declare function compileSource(text: string, file: string): Promise<CompiledSource>;
