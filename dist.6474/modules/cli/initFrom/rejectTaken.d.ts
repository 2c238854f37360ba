import type { OutputFile } from '../../base/output/writeFiles.js';
/**
 * Refuses to overwrite what somebody wrote. A schema, of whichever version, is nobody's loss.
 *
 * @param isSameTaken whether a file that already says the same is taken too
 * @throws ProblemError with exit code 106
 */
export declare function rejectTaken(places: readonly OutputFile[], force: boolean, isSameTaken?: boolean): void;
