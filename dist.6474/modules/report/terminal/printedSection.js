import { hasResults } from '../../results/results.js';
import { printedHead, printedLines } from '../printedLines.js';
/** Lines of each policy: enough to see that it prints, and what; the page and report.json have more. */
const briefCount = 2;
const verboseCount = 20;
const charactersMost = 180;
/** What the policies printed in the run shown, and before they failed. */
export function printedSection({ policies, start }, isVerbose) {
    return policies.flatMap((policy) => {
        const log = hasResults(policy) ? policy.log : policy.failure.log;
        return log === undefined ? [] : printedBy(policy.name, log, { start, isVerbose });
    });
}
function printedBy(name, log, { start, isVerbose }) {
    const lineCount = isVerbose ? verboseCount : briefCount;
    const hasServices = new Set(log.lines.map(({ service }) => service)).size > 1;
    const lines = printedLines(log, { lineCount, start, hasServices });
    const hint = !isVerbose && log.total > lines.length ? ' (--verbose, --events: more)' : '';
    return [`  ${name} ${printedHead(log, lines.length)}${hint}`, ...lines.map((line) => `    ${cut(line, isVerbose)}`)];
}
function cut(line, isVerbose) {
    return isVerbose || line.length <= charactersMost ? line : `${line.slice(0, charactersMost)}...`;
}
