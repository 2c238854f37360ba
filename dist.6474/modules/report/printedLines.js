import { clockText } from './clock.js';
import { formatCount } from './format.js';
/** `00:01:15  web, controller 3  cpu is 0.4`: the last lines that a policy printed, one line each. */
export function printedLines({ lines }, { lineCount, start, hasServices }) {
    return lines.slice(-lineCount).map((line) => {
        const who = [
            ...(hasServices ? [line.service] : []),
            ...(line.controller === undefined ? [] : [`controller ${line.controller}`]),
        ].join(', ');
        return [clockText(line.time_s, start), who, oneLine(line.text)].filter((part) => part !== '').join('  ');
    });
}
/** A line feed or tab that a policy printed must not look like a line or a column of ours. */
export function oneLine(text) {
    return text.replace(/\t/g, '  ').replace(/\r?\n/g, '\\n');
}
/** `printed 1,234 lines, the last 2:`. */
export function printedHead({ total }, shownCount) {
    const lines = total === 1 ? '1 line' : `${formatCount(total)} lines`;
    return shownCount < total ? `printed ${lines}, the last ${shownCount}:` : `printed ${lines}:`;
}
