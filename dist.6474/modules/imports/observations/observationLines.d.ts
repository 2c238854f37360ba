import { type RecordedObservation } from '../../policy/observation.js';
/**
 * Observations, one JSON a line; empty lines are passed over.
 *
 * @throws ProblemError naming every line that is none, and one that is earlier than the line before of its service
 */
export declare function readObservationLines(text: string, file: string): {
    readonly observations: RecordedObservation[];
    readonly carriesDesired: false;
};
