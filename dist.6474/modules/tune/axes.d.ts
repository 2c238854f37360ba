/** One parameter that is tried at several values. */
export interface Axis {
    /** As `--policy 'file?KEY=VALUE'` names it. */
    readonly key: string;
    /** As they were written, at least one, all different. */
    readonly values: readonly string[];
}
/** What `--vary` asks for, and what the user should know of it. */
interface ReadAxes {
    readonly axes: readonly Axis[];
    readonly notes: readonly string[];
}
/**
 * Reads the texts of `--vary`: `KEY=50,60,70`, `KEY=50..80:5`, `KEY=1m..5m:1m`.
 *
 * @throws ProblemError with exit code 2 and everything that is wrong with them
 */
export declare function readAxes(texts: readonly string[]): ReadAxes;
export {};
