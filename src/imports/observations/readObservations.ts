import { ProblemError } from '../../base/problem.js';
import { inEnvironment } from '../../policy/context/context.js';
import type { RecordedObservation } from '../../policy/observation.js';
import { readMetricTable } from './metricTable.js';
import { readObservationLines } from './observationLines.js';
import { observationsOf } from './observationsOf.js';
import { type NamedText, readQueryRanges } from './queryRange.js';
import type { Recording, RecordingOptions } from './recording.js';

/**
 * Recorded observations, in any form: JSON lines as `dryscale schema observation` says, an answer of Prometheus'
 * query_range, or a table (CSV) with a time column. The form is told by the content.
 *
 * @throws ProblemError
 */
export function readObservations(text: string, options: RecordingOptions): Recording {
  return finished(read(text, options), options);
}

function finished(recording: Recording, options: RecordingOptions): Recording {
  if (recording.observations.length === 0) {
    const why = 'There is nothing to decide on.';
    const fix = 'record at least one observation.';
    throw new ProblemError([
      { code: 'no-observations', where: { file: options.file }, what: 'holds no observation', why, fix },
    ]);
  }
  const { environment } = options;
  if (environment === undefined) return recording;
  return {
    ...recording,
    observations: recording.observations.map((one) => ({ ...one, context: inEnvironment(one.context, environment) })),
  };
}

function read(text: string, options: RecordingOptions): Recording {
  const start = text.trimStart();
  if (isQueryRange(start)) return observationsOf(readQueryRanges([{ file: options.file, text }]), options);
  if (!start.startsWith('{') && start !== '') return observationsOf(readMetricTable(text, options.file), options);
  const lines = readObservationLines(text, options.file);
  return { ...lines, missingCount: lines.observations.filter(showsNothing).length, notes: [] };
}

/** Which metrics the policy wants is not known here: a line that shows none at all misses something. */
export function showsNothing({ metrics, metricsFailed }: RecordedObservation): boolean {
  return metricsFailed === true || Object.keys(metrics).length === 0;
}

/**
 * Several answers of query_range, one or more series each, as one recording.
 *
 * @throws ProblemError
 */
export function readManyAnswers(answers: readonly NamedText[], options: RecordingOptions): Recording {
  const foreign = answers.find(({ text }) => !isQueryRange(text.trimStart()));
  if (foreign !== undefined) {
    const what = 'is no answer of query_range';
    const why = 'Several files are read as one recording, a series or more in each.';
    const fix = 'save the whole answer of /api/v1/query_range, or name one file.';
    throw new ProblemError([{ code: 'bad-query-range', where: { file: foreign.file }, what, why, fix }]);
  }
  return finished(observationsOf(readQueryRanges(answers), options), options);
}

/** A list of series, or an answer around one; a line of an observation has `time`, and no `data` or `values`. */
function isQueryRange(text: string): boolean {
  return text.startsWith('[') || /^\{\s*"(status|data|resultType|result)"/.test(text);
}
