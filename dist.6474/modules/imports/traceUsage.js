import { visibleJson } from '../base/visible.js';
/** The `traffic:` that replays a written trace, ready to paste. */
export function traceUsage({ column, file = 'TRACE.csv' }) {
    const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    return [
        'to replay it, paste into a scenario in the same folder:',
        'traffic:',
        '  recorded:',
        '    executor: trace',
        `    file: ${visibleJson(name)}`,
        '    time: time',
        `    ${column}: ${column}`,
    ];
}
