import { parseDecimal } from '../base/numberText.js';
import { ProblemError } from '../base/problem.js';
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
export function readSample(value, origin) {
    const { label, seconds } = origin;
    if (!(seconds >= 0 && seconds < farSeconds)) {
        const what = `${label}: the sample has the time ${seconds}, which is none of the years 1970 to 5138 in seconds`;
        throw wrongSample(origin, value, { code: 'bad-time', what, fix: 'write times in seconds since 1970.' });
    }
    if (value === 'NaN' || value === '+Inf' || value === '-Inf')
        return Number.NaN;
    const number = parseDecimal(value);
    if (number !== undefined)
        return number;
    const what = `${label} at ${seconds}: got "${value.slice(0, 40)}", not a finite number`;
    throw wrongSample(origin, value, { code: 'bad-value', what, fix: 'save the answer of Prometheus as it is.' });
}
function wrongSample({ file, text, seconds }, value, words) {
    const why = 'A guessed value would change the load silently.';
    return new ProblemError([{ ...words, why, where: { file, ...placeOf(text, seconds, value) } }]);
}
/** The place of a sample in the text; none where it is written in another way than JSON.stringify has it. */
function placeOf(text, seconds, value) {
    const quoted = [String(seconds), JSON.stringify(value)].map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const found = new RegExp(`(?<=\\[\\s*)${quoted.join('\\s*,\\s*')}`).exec(text);
    if (found === null)
        return {};
    const before = text.slice(0, found.index).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
