/** Applies `--set key.path=value` to a document's value; the value is read as YAML. @throws ProblemError with exit code 2 */
export declare function applySettings(value: unknown, settings: readonly string[]): unknown;
