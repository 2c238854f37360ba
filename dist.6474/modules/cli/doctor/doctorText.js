import { formatDuration } from '../../base/duration.js';
import { visibleLine } from '../../base/visible.js';
import { withGap } from '../../report/format.js';
import { wrap } from '../../report/terminal/wrap.js';
const lineWidth = 96;
const nameWidth = 36;
const linesShown = 3;
/** One policy's examination as a short table. */
export function doctorText(examination) {
    const { source, style, period_s, uses, run, findings, fault } = examination;
    const every = period_s === null ? '' : `, every ${formatDuration(period_s)}`;
    const lines = [
        ...wrap(visibleLine(`${source}   ${style}${every}`), { width: lineWidth }),
        ...withGap(uses.flatMap(useLines)),
        ...withGap([
            ...(run === undefined ? [] : runLines(run)),
            ...findings.flatMap((finding) => wrap(visibleLine(`! ${finding}`), { width: lineWidth, indent: '  ' })),
        ]),
        ...withGap(fault === undefined ? [] : wrap(visibleLine(`cannot run: ${fault}`), { width: lineWidth, indent: '  ' })),
    ];
    return `${lines.join('\n')}\n`;
}
function useLines({ kind, name, status, lines, note }) {
    const head = `  ${kind.padEnd(12)} ${visibleLine(name).padEnd(nameWidth)}  ${status.padEnd(10)}`;
    const places = lines.length === 0
        ? ''
        : `line ${lines.slice(0, linesShown).join(', ')}${lines.length > linesShown ? ', ...' : ''}`;
    const rest = visibleLine([places, note ?? ''].filter((part) => part !== '').join(': '));
    if (head.length + rest.length < lineWidth)
        return [`${head} ${rest}`.trimEnd()];
    const [first, ...more] = wrap(rest, { width: lineWidth, indent: '      ' });
    return [head.trimEnd(), first, ...more];
}
function runLines({ scenario, calls, actions }) {
    const times = (count) => (count === 1 ? 'once' : `${count} times`);
    const acted = actions === 0 ? 'never changed the count' : `changed the count ${times(actions)}`;
    return wrap(visibleLine(`in ${scenario}: called ${times(calls)}, ${acted}`), { width: lineWidth, indent: '  ' });
}
