import { jsonLines } from '../../log/jsonLines.js';
import { lineFormats } from '../../log/lineFormats.js';
/** A log may begin with lines of another kind: the start of a server, a comment. */
const LINES_LOOKED_AT = 50;
/** Whether one of the first lines tells of a request. Of JSON lines with a time there are many kinds: those of requests have a status or a path. */
export function isLog({ text, isWhole }) {
    const all = text.split(/\r\n|\n|\r/);
    const whole = isWhole ? all : all.slice(0, -1);
    return whole.slice(0, LINES_LOOKED_AT).some((line) => lineFormats.some((format) => {
        const read = format.read(line);
        if (read === undefined)
            return false;
        return format !== jsonLines || read.path !== undefined || (read.status ?? 0) >= 100;
    }));
}
