import { lineAndColumn } from '../base/lineAndColumn.js';
import { parseDecimal } from '../base/numberText.js';
import { type Place, ProblemError } from '../base/problem.js';

interface SampleOrigin {
  readonly file: string;
  /** Of the whole answer. */
  readonly text: string;
  readonly label: string;
  readonly seconds: number;
}

/** A time beyond the year 5138, or before 1970, is no time of a recording: it counts in another unit. */
const farSeconds = 1e11;

/**
 * The value of a sample `[seconds, "value"]` as Prometheus writes it.
 *
 * Its text is that of Go's strconv.FormatFloat: a decimal number, or NaN, +Inf and -Inf, which stand for no value: stale, or divided by
 * nothing. Source: Prometheus' documentation, "HTTP API", "Expression query result formats".
 * @returns NaN for no value
 * @throws ProblemError for any other text, and for a time that cannot be one
 */
export function readSample(value: string, origin: SampleOrigin): number {
  const { label, seconds } = origin;
  if (!(seconds >= 0 && seconds < farSeconds)) {
    const what = `${label}: the sample has the time ${seconds}, which is none of the years 1970 to 5138 in seconds`;
    throw wrongSample(origin, value, { code: 'bad-time', what, fix: 'write times in seconds since 1970.' });
  }
  if (value === 'NaN' || value === '+Inf' || value === '-Inf') return Number.NaN;
  const number = parseDecimal(value);
  if (number !== undefined) return number;
  const what = `${label} at ${seconds}: got "${value.slice(0, 40)}", not a finite number`;
  throw wrongSample(origin, value, { code: 'bad-value', what, fix: 'save the answer of Prometheus as it is.' });
}

function wrongSample(
  { file, text, seconds }: SampleOrigin,
  value: string,
  words: { readonly code: string; readonly what: string; readonly fix: string },
): ProblemError {
  const why = 'A guessed value would change the load silently.';
  return new ProblemError([{ ...words, why, where: { file, ...placeOf(text, seconds, value) } }]);
}

/** The place of a sample in the text; none where it is written in another way than JSON.stringify has it. */
function placeOf(text: string, seconds: number, value: string): Pick<Place, 'line' | 'column'> {
  const quoted = [String(seconds), JSON.stringify(value)].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const found = new RegExp(`(?<=\\[\\s*)${quoted.join('\\s*,\\s*')}`).exec(text);
  return lineAndColumn(text, found?.index ?? -1);
}
