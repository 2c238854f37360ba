import type { Recording, RecordingOptions } from '../imports/observations/recording.js';
/**
 * One recording from the files of `--observations`; a folder stands for the JSON files in it.
 *
 * @throws ProblemError
 */
export declare function readObservationFiles(given: readonly string[], options: Omit<RecordingOptions, 'file'>): Recording;
