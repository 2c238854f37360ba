import type { Imported, Importer } from '../importer.js';
import { type EvaluatedScript } from './evaluateScript.js';
import { type ScriptFile } from './scriptProblem.js';
/** The load of a k6 script as a scenario. */
export declare const k6Importer: Importer;
/** The scenario that evaluated options stand for. @throws ProblemError with every mistake in them */
export declare function importOptions(evaluated: EvaluatedScript, script: ScriptFile, out: string | undefined): Imported;
