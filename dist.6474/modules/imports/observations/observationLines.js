import { issueWords } from '../../base/issueWords.js';
import { lowerFirst, suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { observationSchema } from '../../policy/observation.js';
import { metricNames } from '../../telemetry/metrics.js';
import { observationLimit, tooManyObservations } from './recording.js';
/** Problems that are shown; a file of another kind has one a line. */
const shownCount = 10;
/**
 * Observations, one JSON a line; empty lines are passed over.
 *
 * @throws ProblemError naming every line that is none, and one that is earlier than the line before of its service
 */
export function readObservationLines(text, file) {
    const problems = [];
    const observations = [];
    const lastTimes = new Map();
    for (const [index, line] of text.split('\n').entries()) {
        if (line.trim() === '' || problems.length >= shownCount)
            continue;
        const where = { file, line: index + 1 };
        const read = readLine(line);
        if ('what' in read) {
            problems.push({ ...read, where });
            continue;
        }
        const last = lastTimes.get(read.service) ?? Number.NEGATIVE_INFINITY;
        if (read.time < last)
            problems.push({ ...backwards(read.time, last), where });
        lastTimes.set(read.service, read.time);
        observations.push(read);
        if (observations.length > observationLimit)
            throw tooManyObservations(file);
    }
    if (problems.length > 0)
        throw new ProblemError(problems);
    return { observations, carriesDesired: false };
}
function readLine(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        const why = 'Observations are one JSON value a line.';
        return { code: 'bad-json', what: 'is not JSON', why, fix: 'write each observation on a line of its own.' };
    }
    const parsed = observationSchema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    const path = issue.path.map(String).join('.');
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    if (unknown !== undefined) {
        const why = 'Only the metrics of dryscale can be observed.';
        const what = `${path === '' ? '' : `${path}: `}"${unknown}" is not known`;
        return { code: 'unknown-metric', what, why, fix: lowerFirst(suggestion(unknown, metricNames)) };
    }
    const why = 'An observation has a fixed form.';
    const fix = 'see dryscale schema observation.';
    return { code: 'bad-observation', what: `${path === '' ? 'the observation' : path} ${issueWords(issue)}`, why, fix };
}
function backwards(time, last) {
    return {
        code: 'time-backwards',
        what: `time ${time} comes after ${last}`,
        why: 'A policy remembers what it saw, so observations must be in time order.',
        fix: 'sort the lines by time.',
    };
}
