import { ProblemError } from '../../base/problem.js';
/** Observations of one recording: more than a month by every 15 s, and all that the memory of a worker holds. */
export const observationLimit = 250_000;
export function tooManyObservations(file) {
    const what = `holds more than ${observationLimit} observations (the limit)`;
    const why = 'They are kept at once, and would take too much memory.';
    return new ProblemError([
        { code: 'too-many-observations', where: { file }, what, why, fix: 'record a shorter span, or a longer step.' },
    ]);
}
