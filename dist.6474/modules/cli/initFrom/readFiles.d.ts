import type { Evidence } from '../../imports/evidence/evidence.js';
import type { EvidenceWarning } from '../../imports/evidence/warning.js';
import type { Recording } from '../../results/recording.js';
interface FilesRead {
    readonly evidence: readonly Evidence[];
    /** The series of all files. */
    readonly recording: Recording;
    readonly warnings: readonly EvidenceWarning[];
    /** `read FILE: what it is`. */
    readonly readLines: readonly string[];
}
/**
 * Reads the files that the command line names.
 *
 * A file of a kind that is not read is passed over with a warning: whoever names a whole folder means the rest. What is there and
 * cannot be read stops the command.
 * @throws ProblemError with everything that is wrong
 */
export declare function readFiles(files: readonly string[], seriesTexts: readonly string[]): Promise<FilesRead>;
export {};
