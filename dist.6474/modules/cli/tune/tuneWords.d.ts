/** What stands beside the options of `tune`. */
export interface TuneWords {
    readonly file: string;
    readonly vary: readonly string[];
    readonly must: readonly string[];
}
interface Given {
    readonly vary: readonly string[];
    readonly must: readonly string[];
}
/**
 * The scenario, and further values of the options that take several: `--vary a=1,2 b=3,4` leaves `b=3,4` beside them.
 *
 * @throws ProblemError with exit code 2 for none, or for more than one scenario
 */
export declare function tuneWords(operands: readonly string[], { vary, must }: Given): TuneWords;
export {};
