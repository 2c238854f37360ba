import type { RecordedObservation } from '../../policy/observation.js';
import { type NamedText } from './queryRange.js';
import type { Recording, RecordingOptions } from './recording.js';
/**
 * Recorded observations, in any form: JSON lines as `dryscale schema observation` says, an answer of Prometheus'
 * query_range, or a table (CSV) with a time column. The form is told by the content.
 *
 * @throws ProblemError
 */
export declare function readObservations(text: string, options: RecordingOptions): Recording;
/** Which metrics the policy wants is not known here: a line that shows none at all misses something. */
export declare function showsNothing({ metrics, metricsFailed }: RecordedObservation): boolean;
/**
 * Several answers of query_range, one or more series each, as one recording.
 *
 * @throws ProblemError
 */
export declare function readManyAnswers(answers: readonly NamedText[], options: RecordingOptions): Recording;
