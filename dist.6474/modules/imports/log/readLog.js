import { lines } from '../../traffic/trace/lines.js';
import { inputChunks, inputProblem } from '../readInput.js';
import { lineFormats } from './lineFormats.js';
import { requestKind } from './requestKind.js';
/**
 * Hands every request of a log to `take`, line by line; memory does not follow the file.
 *
 * @throws ProblemError when no line is understood or nobody but probes came
 */
export function readLog(file, rules, take) {
    const kinds = { user: 0, probe: 0, static: 0 };
    const stamps = { arrival: 0, subtracted: 0, unknown: 0 };
    let lineCount = 0;
    let takenCount = 0;
    const zones = new Set();
    let format = rules.asked;
    let first;
    let notUnderstoodCount = 0;
    let firstNotUnderstood;
    let damagedCount = 0;
    let firstDamaged;
    for (const { number, text } of lines(inputChunks(file), file)) {
        first ??= text;
        lineCount++;
        const line = (format ?? formatOf(text)).read(text);
        if (line === undefined) {
            notUnderstoodCount++;
            firstNotUnderstood ??= number;
            continue;
        }
        // The first line that is understood decides for the rest.
        format ??= formatOf(text);
        if (line.isDamaged) {
            damagedCount++;
            firstDamaged ??= number;
        }
        const kind = requestKind(line);
        if (!rules.kept.has(kind)) {
            kinds[kind]++;
            continue;
        }
        zones.add(line.zoneSeconds);
        stamps[line.stamp]++;
        takenCount++;
        take(line, number);
    }
    if (format !== undefined && takenCount === 0 && lineCount > notUnderstoodCount)
        throw nobodyCame(file, kinds);
    if (format === undefined || takenCount === 0)
        throw nothingUnderstood(file, first, rules.asked);
    const faults = { notUnderstoodCount, firstNotUnderstood, damagedCount, firstDamaged };
    return { lineCount, takenCount, kinds, stamps, format, zones, faults };
}
function formatOf(text) {
    return lineFormats.find((format) => format.read(text) !== undefined) ?? lineFormats[0];
}
function nobodyCame(file, { probe, static: files }) {
    return inputProblem(file, {
        code: 'no-requests',
        what: `holds nothing but health probes (${probe}) and static files (${files})`,
        why: 'They are left out of the counts.',
        fix: 'to count them too, add --keep probes,static.',
    });
}
function nothingUnderstood(file, first, asked) {
    if (first === undefined) {
        return inputProblem(file, {
            code: 'empty-file',
            what: 'has no lines',
            why: 'There is nothing to count.',
            fix: 'name a log with requests in it.',
        });
    }
    const expected = asked === undefined ? lineFormats : [asked];
    const words = {
        code: 'unknown-format',
        what: `has no line that could be understood; the first is "${first.slice(0, 80)}"`,
        why: `Lines look like this: ${expected.map(({ example }) => example).join('  or  ')}`,
        fix: asked === undefined ? 'convert the log to one of these forms.' : 'leave --format out, or convert the log.',
    };
    return inputProblem(file, words, 1);
}
