/** What a script exports: its options as data, and the names it gives to functions. */
export interface EvaluatedScript {
    /** Undefined when there is no such export. */
    readonly options: unknown;
    readonly exportNames: readonly string[];
    readonly functionNames: readonly string[];
    /** The text that was evaluated. */
    readonly text: string;
}
/**
 * Evaluates a k6 script in isolation and takes its options; its functions are never called.
 *
 * A file or module that the script asks for is read by us, inside its folder only, and the script is run again with it.
 * @throws ProblemError
 */
export declare function evaluateScript(file: string, env: Readonly<Record<string, string>>, limits?: import("../../base/confined/runConfined.js").ConfinedLimits): Promise<EvaluatedScript>;
