import { isHindsight } from '../../results/judged.js';
import { measureOf } from '../../results/measures/index.js';
import { hasResults } from '../../results/results.js';
import { confidenceText, unansweredRunsText } from '../verdictText.js';
import { latencyText, threeDigits } from './numbers.js';
import { capLines, wrap } from './wrap.js';
const lateLimit = 2;
/** How the words beside the table are reached, and what they rest on where runs went unanswered; empty without words. */
export function verdictLines({ comparisons, policies }, { verbose, width }) {
    const hindsight = new Set(policies
        .filter(hasResults)
        .filter(isHindsight)
        .map(({ name }) => name));
    const rows = comparisons.filter(({ b, verdict }) => !hindsight.has(b) && verdict !== 'not judged');
    const isPlural = rows.some(({ low, unanswered }) => low !== null || unanswered !== undefined);
    if (!isPlural)
        return [];
    const late = rows.flatMap((row) => {
        const { measure, b, verdict, runs_needed, unanswered } = row;
        // In every run or in none: the table shows it.
        if (unanswered === undefined || [unanswered.a, unanswered.b].every((count) => count % unanswered.runs === 0))
            return [];
        const text = unansweredRunsText(row);
        const runs = runs_needed === undefined ? '' : `, about ${runs_needed} runs would tell`;
        const line = `${measureOf(measure)?.label ?? measure} of ${b}: ${text}: ${verdict}${runs}`;
        return [wrap(line, { width, indent: '  ' }).join('\n')];
    });
    return [
        ...(verbose
            ? ['  better, worse: the columns judged together, wrong for equal policies in at most 5 % (Holm)']
            : []),
        ...capLines(late, lateLimit, (count) => `  ${count} more comparisons rest on runs unanswered: see the report`).flatMap((text) => text.split('\n')),
    ];
}
/** Every difference with its interval and word, for those who ask. */
export function differenceLines({ comparisons }) {
    return comparisons.flatMap((row, index) => {
        const { a, b, measure } = row;
        const isFirst = comparisons[index - 1]?.b !== b;
        const head = isFirst ? [`  ${b} against ${a}, paired`] : [];
        return [...head, `    ${measure.padEnd(32)}${differenceText(row)}`];
    });
}
function differenceText(row) {
    const { measure, difference, low, high, verdict, uncorrected, runs_needed } = row;
    const isJudged = verdict !== 'not judged';
    const word = isJudged ? verdict : `${uncorrected} by itself`;
    const runs = isJudged && runs_needed !== undefined ? `, about ${runs_needed} runs would tell` : '';
    if (difference === null)
        return `${unansweredRunsText(row)}: ${word}${runs}`;
    const size = (value) => measureOf(measure)?.unit === 'ms' && value >= 0 ? latencyText(value) : threeDigits(value);
    const show = (value) => (value < 0 ? `-${size(-value)}` : `+${size(value)}`);
    const interval = low === null || high === null ? '' : ` (${show(low)} .. ${show(high)}, ${confidenceText(row)})`;
    return `${show(difference)}${interval}: ${word}${runs}`;
}
