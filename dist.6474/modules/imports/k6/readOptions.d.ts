import type { EvaluatedScript } from './evaluateScript.js';
import { type ExportedSource, type K6Options, type K6Scenario } from './optionsSchema.js';
import { type ScriptFile } from './scriptProblem.js';
/** The load that a script asks for. */
export interface K6Load {
    readonly scenarios: Readonly<Record<string, K6Scenario>>;
    readonly thresholds: NonNullable<K6Options['thresholds']>;
    /** By scenario: what our own export left for the way back. */
    readonly exported: Readonly<Record<string, ExportedSource>>;
    /** Whether the load stands at the top of the options, not in `scenarios`. */
    readonly isShortcut: boolean;
    /** What was read in another way than it is written, or not at all. */
    readonly notes: readonly string[];
}
/** Reads the options of a script as k6 does. @throws ProblemError with every mistake */
export declare function readOptions({ options, functionNames }: EvaluatedScript, script: ScriptFile): K6Load;
