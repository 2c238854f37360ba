import { ProblemError } from '../../base/problem.js';
import { readMetricTable } from './metricTable.js';
import { readObservationLines } from './observationLines.js';
import { observationsOf } from './observationsOf.js';
import { readQueryRange } from './queryRange.js';
import type { Recording, RecordingOptions } from './recording.js';

/**
 * Recorded observations, in any form: JSON lines as `dryscale schema observation` says, an answer of Prometheus'
 * query_range, or a table (CSV) with a time column. The form is told by the content.
 *
 * @throws ProblemError
 */
export function readObservations(text: string, options: RecordingOptions): Recording {
  const recording = read(text, options);
  if (recording.observations.length === 0) {
    const why = 'There is nothing to decide on.';
    const fix = 'record at least one observation.';
    throw new ProblemError([
      { code: 'no-observations', where: { file: options.file }, what: 'holds no observation', why, fix },
    ]);
  }
  const { environment } = options;
  if (environment === undefined) return recording;
  return { ...recording, observations: recording.observations.map((one) => ({ ...one, context: { environment } })) };
}

function read(text: string, options: RecordingOptions): Recording {
  const start = text.trimStart();
  if (isQueryRange(start)) return observationsOf(readQueryRange(text, options), options);
  if (start.startsWith('{') || start === '') return { ...readObservationLines(text, options.file), notes: [] };
  return observationsOf(readMetricTable(text, options.file), options);
}

/** A list of series, or an answer around one; a line of an observation has `time`, and no `data` or `values`. */
function isQueryRange(text: string): boolean {
  return text.startsWith('[') || /^\{\s*"(status|data|resultType|result)"/.test(text);
}
