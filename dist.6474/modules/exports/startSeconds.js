import { DATE_SECONDS, DEFAULT_START_SECONDS } from '../base/calendarDates.js';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { parseTime } from '../traffic/trace/time.js';
/**
 * Date of second 0 in a file with dates, seconds since 1970: what `--start` says, else what the run says, else the calendar's
 * default, so that the same input gives the same bytes.
 *
 * @throws ProblemError with exit code 2 for text that is no date
 */
export function startSecondsOf(asked, ofRun) {
    const seconds = parseTime(asked ?? ofRun ?? String(DEFAULT_START_SECONDS), 's');
    if (seconds !== undefined && seconds >= DATE_SECONDS)
        return seconds;
    throw new ProblemError([
        {
            code: 'bad-date',
            where: {},
            what: `--start is "${asked}"`,
            why: 'It is the date and time, UTC, that the file has for second 0 of the run.',
            fix: 'write for example --start 2026-03-01T08:00:00Z.',
        },
    ], exitCode.wrongUsage);
}
