import { z } from 'zod';
import { issueWords } from '../../base/issueWords.js';
import { inputChunks, inputProblem } from '../../imports/readInput.js';
import { eventKinds } from '../../record/runEvents.js';
import { lines } from '../../traffic/trace/lines.js';
/** What dryscale writes before the fields of a kind; told without parsing the line. */
const head = /^\{"time_s":(\d[\d.e+-]*),"kind":"([\w-]+)"/;
/**
 * The events of some kinds in a file that `--events` wrote, in its order, which is that of time; the file is never held whole.
 *
 * @throws ProblemError for a line that is no event, or one that is earlier than the line before
 */
export function* readEvents(file, kinds) {
    const schemas = new Map(kinds.map((kind) => [kind, z.object({ time_s: z.number(), kind: z.literal(kind), ...eventKinds[kind].shape })]));
    let lastSeconds = 0;
    let lineCount = 0;
    for (const { number, text } of lines(inputChunks(file), file)) {
        lineCount++;
        const written = head.exec(text);
        const event = written !== null && text.endsWith('}') ? undefined : parsed(text, file, number);
        const seconds = event?.time_s ?? Number(written?.[1]);
        if (seconds < lastSeconds)
            throw earlier(file, number, { seconds, lastSeconds });
        lastSeconds = seconds;
        const schema = schemas.get(event?.kind ?? written?.[2] ?? '');
        if (schema === undefined)
            continue;
        const checked = schema.safeParse(event ?? parsed(text, file, number));
        if (!checked.success)
            throw notAnEvent(file, number, issueText(checked.error.issues[0]));
        // safe: the schema is that of one of the kinds.
        yield checked.data;
    }
    if (lineCount === 0)
        throw notAnEvent(file, undefined, 'it has no lines');
}
const anyEvent = z.looseObject({ time_s: z.number(), kind: z.string() });
function parsed(text, file, line) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw notAnEvent(file, line, 'it is not JSON');
    }
    const event = anyEvent.safeParse(value);
    if (!event.success)
        throw notAnEvent(file, line, issueText(event.error.issues[0]));
    return event.data;
}
function issueText(issue) {
    const path = issue.path.map(String).join('.');
    return `${path === '' ? 'it' : path} ${issueWords(issue)}`;
}
function notAnEvent(file, line, reason) {
    const words = {
        code: 'not-an-event',
        what: `is no event of a run: ${reason}`,
        why: 'The file is made of the events of one run, one JSON object a line.',
        fix: 'write it with dryscale run SCENARIO --policy POLICY --replication 0 --events FILE.',
    };
    return inputProblem(file, words, line);
}
function earlier(file, line, { seconds, lastSeconds }) {
    const words = {
        code: 'time-goes-back',
        what: `is at ${seconds} s, after a line at ${lastSeconds} s`,
        why: 'A file of events is in the order of time and holds one run.',
        fix: 'keep the lines of one run, in their order.',
    };
    return inputProblem(file, words, line);
}
