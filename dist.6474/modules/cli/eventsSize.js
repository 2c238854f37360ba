import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { sizeText } from '../engine/limits/amounts.js';
import { events } from '../run/limits/kinds/events.js';
import { planRun } from '../run/limits/limit.js';
/** Of a request that neither waits nor tries again: try, begin, served, completed; and how long a line is, measured. */
const [eventsOfRequest, bytesOfEvent] = [4, 150];
/** How much --events will write at least: more where requests wait or try again. */
export function eventsSizeOf({ comparisons, expectedCounts }) {
    const ofRequests = expectedCounts.reduce((total, count) => total + count, 0) * eventsOfRequest;
    const eventCount = comparisons.reduce((total, comparison) => {
        const serviceCount = Object.keys(comparison.scenario.services).length;
        const parts = events.parts(planRun(comparison));
        return total + parts.reduce((sum, { amount }) => sum + amount, 0) * serviceCount;
    }, ofRequests);
    return { eventCount, bytes: eventCount * bytesOfEvent };
}
/** The size in words, for whoever waits for the file. */
export function eventsNote({ eventCount, bytes }) {
    const rounded = (value) => String(Number(value.toPrecision(2))).replace(/(?<=\d)(?=(\d{3})+$)/g, ',');
    return `--events: about ${rounded(eventCount)} events, ${rounded(bytes / 1e6)} MB, more where requests wait or try again.`;
}
/** Refuses a file that would fill the disk. @throws ProblemError with exit code 106 */
export function rejectLargeEvents({ bytes }, path, { diskBytes }) {
    const free = freeBytes(dirname(path));
    const common = { where: { file: path }, why: 'Every event of the run is a line of it.' };
    const problems = [];
    if (bytes > diskBytes) {
        problems.push({
            ...common,
            code: 'too-many-event-lines',
            what: `--events would write about ${sizeText(bytes)}; the limit is ${sizeText(diskBytes)}`,
            fix: `shorten the run, or raise the limit: --max-disk ${sizeText(bytes)}.`,
        });
    }
    if (free !== undefined && bytes > free) {
        problems.push({
            ...common,
            code: 'no-space',
            what: `--events would write about ${sizeText(bytes)}; the disk has ${sizeText(free)} left`,
            fix: 'shorten the run, or name a file on another disk.',
        });
    }
    if (problems.length > 0)
        throw new ProblemError(problems, exitCode.outputBlocked);
}
/** What is left for users on the disk of a folder; undefined where the system does not say. */
function freeBytes(folder) {
    try {
        const { bavail, bsize } = statfsSync(folder);
        return bavail * bsize;
    }
    catch {
        return undefined;
    }
}
