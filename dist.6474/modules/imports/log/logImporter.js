import { parseDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { isoTime } from '../../base/isoTime.js';
import { suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { inputProblem } from '../readInput.js';
import { traceUsage } from '../traceUsage.js';
import { lineFormats } from './lineFormats.js';
import { droppedNotes, linesNote, logHygiene, stampNotes } from './logHygiene.js';
import { readLog } from './readLog.js';
import { binCountLimit, RequestBins } from './requestBins.js';
import { classLines, RequestClasses } from './requestClasses.js';
/**
 * An access log as counts by interval.
 *
 * By the minute unless asked otherwise: within a minute independent arrivals are Poisson, which the replay draws, and
 * counts by the second would bring the noise of the log a second time.
 */
export const logImporter = {
    name: 'log',
    summary: 'an access log (nginx, Apache, Envoy, ALB, JSON lines, also .gz) -> a trace of counts',
    settings: ['format', 'interval', 'keep', 'classes'],
    async read({ file, format, interval, out, keep = [], classes }) {
        const intervalSeconds = readInterval(interval ?? '1m');
        const asked = format === undefined ? undefined : formatNamed(format);
        const kept = readKept(keep);
        const counted = countRequests(file, intervalSeconds, { asked, kept });
        const dropped = counted.bins.dropPartial();
        return {
            text: csvOf(counted.bins, classes === undefined ? [] : counted.classes.most(classes)),
            notes: [
                `format ${counted.format.name}`,
                linesNote(counted, dropped),
                ...stampNotes(counted.stamps),
                ...droppedNotes(dropped, counted.bins),
                ...logHygiene(counted.bins, counted.zones, counted.faults),
                ...classLines(counted.classes.most(classes ?? shownClassCount)),
            ],
            usage: traceUsage({ column: 'count', file: out }),
        };
    },
};
/** Classes of the printed table. */
const shownClassCount = 8;
function countRequests(file, intervalSeconds, rules) {
    const bins = new RequestBins(intervalSeconds);
    const classes = new RequestClasses(intervalSeconds);
    const read = readLog(file, rules, (line, number) => {
        classes.add(line);
        bins.add(line);
        if (bins.binCount > binCountLimit)
            throw tooLong(file, number, bins);
    });
    return { ...read, bins, classes };
}
function readKept(keep) {
    const kinds = { probes: 'probe', static: 'static' };
    const names = keep.flatMap((one) => one.split(','));
    for (const name of names) {
        if (Object.hasOwn(kinds, name))
            continue;
        throw usageProblem({
            code: 'unknown-name',
            what: `--keep "${name}" is unknown`,
            why: 'Probes and static files are left out of the counts unless they are kept.',
            fix: suggestion(name, Object.keys(kinds)),
        });
    }
    return new Set(['user', ...names.map((name) => kinds[name])]);
}
function csvOf(bins, classes) {
    const rows = [['time', 'count', ...classes.map(({ name }) => name)].join(',')];
    for (const { seconds, requestCount } of bins) {
        const bin = Math.round(seconds / bins.intervalSeconds);
        rows.push([isoTime(seconds), requestCount, ...classes.map((one) => one.bins.get(bin) ?? 0)].join(','));
    }
    return `${rows.join('\n')}\n`;
}
function usageProblem(words) {
    return new ProblemError([{ ...words, where: {} }], exitCode.wrongUsage);
}
function formatNamed(name) {
    const found = lineFormats.find((format) => format.name === name);
    if (found !== undefined)
        return found;
    throw usageProblem({
        code: 'unknown-name',
        what: `--format "${name}" is unknown`,
        why: 'Only the formats listed here are read.',
        fix: suggestion(name, lineFormats.map((format) => format.name)),
    });
}
function readInterval(text) {
    const seconds = parseDuration(text);
    if (seconds !== undefined && seconds >= 1 && Number.isInteger(seconds))
        return seconds;
    throw usageProblem({
        code: 'bad-duration',
        what: `--interval is "${text}"`,
        why: 'Requests are counted by whole seconds.',
        fix: 'write for example --interval 1s or --interval 1m.',
    });
}
function tooLong(file, line, bins) {
    const span = `${isoTime(bins.firstSeconds)} to ${isoTime(bins.lastSeconds)}`;
    const words = {
        code: 'span-too-long',
        what: `spans ${span}, more than ${binCountLimit} intervals`,
        why: 'A single wrong date makes a trace of mostly nothing.',
        fix: 'remove lines with a wrong date, or count by longer intervals: --interval 1m.',
    };
    return inputProblem(file, words, line);
}
