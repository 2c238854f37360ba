import type { Evidence, LoadStep } from '../../imports/evidence/evidence.js';
import type { Recording } from '../../results/recording.js';
/** What `--actual` recorded, on one clock. */
export interface ActualRecording {
    readonly recording: Recording;
    /** The load as it was put on the service, where a file says it. */
    readonly steps: readonly LoadStep[];
    /** What must be read before the result, a line each. */
    readonly warnings: readonly string[];
}
/** Reads the files of `--actual`, whatever their kinds. @throws ProblemError with all that is wrong with them */
export declare function readActual(files: readonly string[], series: readonly string[]): Promise<ActualRecording>;
/** The load as it was put on the service, where a file says it. */
export declare function stepsOf(evidence: readonly Evidence[]): LoadStep[];
