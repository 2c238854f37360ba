import { screenText, visibleLine } from '../base/visible.js';
import { writeDiagnostic, writeResult } from './streams.js';
/** The real streams. */
export function processOutput({ quiet, noColor }) {
    const { env, stdout, stderr } = process;
    const isCi = isSet(env.CI);
    const isPlain = noColor || isCi || isSet(env.NO_COLOR) || env.TERM === 'dumb';
    const say = (text) => {
        writeDiagnostic(diagnosticText(text));
    };
    return {
        color: stdout.isTTY === true && !isPlain,
        unicode: process.platform === 'win32' || /utf-?8/i.test(env.LC_ALL || env.LC_CTYPE || env.LANG || ''),
        columns: stdout.isTTY === true && stdout.columns > 0 ? clampColumns(stdout.columns) : undefined,
        isInteractive: stderr.isTTY === true && !isCi && env.TERM !== 'dumb',
        write: (text) => writeResult(screenText(text, stdout.isTTY === true && !isPlain)),
        // It reads stderr as well, where a document has stdout for itself.
        command: async (lines, isStdoutTaken) => {
            const text = lines.map((line) => `${line}\n`).join('');
            if (isStdoutTaken)
                writeDiagnostic(text);
            else
                await writeResult(text);
        },
        say,
        note: (text) => {
            if (!quiet)
                say(text);
        },
        rewriteLine: (text) => {
            writeDiagnostic(`\r\x1b[K${visibleLine(text)}`);
        },
    };
}
/** Narrower no table fits, wider no line is read. */
function clampColumns(columns) {
    return Math.min(240, Math.max(72, columns));
}
function isSet(value) {
    return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
/** Only the first line stands at the margin; none looks like one of a stack trace. */
export function diagnosticText(lines) {
    const shown = [lines]
        .flat()
        .map((line, index) => `${index === 0 || line.startsWith(' ') ? '' : '    '}${visibleLine(line)}\n`);
    return screenText(shown.join('').replace(/^(\s*)at /gm, '$1> at '));
}
