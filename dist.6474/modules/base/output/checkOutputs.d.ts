import { type OutputPlace } from './outputTarget.js';
/**
 * Finds out, before anything runs, whether files can be written; makes their folders.
 *
 * @throws ProblemError with exit code 106
 */
export declare function checkOutputs(places: readonly OutputPlace[]): void;
