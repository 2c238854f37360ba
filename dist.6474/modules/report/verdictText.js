import { judgedMeasures } from '../results/comparisons.js';
import { measureOf } from '../results/measures/index.js';
import { counted } from './format.js';
/** How verdicts are reached, in one line. */
export const verdictsHow = `Judged are ${judgedMeasures
    .map((name) => measureOf(name)?.label ?? name)
    .join(', ')} together: of equal policies at most 5 % are called better or worse in any of them (Holm).`;
/** `worse`, `undecided; about 40 runs would settle it`; nothing for a measure that is not judged. */
export function verdictText(row) {
    const runs = row.runs_needed === undefined ? '' : `about ${row.runs_needed} runs would settle it`;
    if (row.verdict === 'not judged')
        return '';
    return runs === '' ? row.verdict : `${row.verdict}; ${runs}`;
}
/** `unanswered in 1 of 10 runs against 0 of 10`; empty where all runs were answered. */
export function unansweredRunsText({ unanswered }) {
    if (unanswered === undefined)
        return '';
    return `unanswered in ${unanswered.b} of ${counted(unanswered.runs, 'run')} against ${unanswered.a} of ${unanswered.runs}`;
}
/** The confidence of an interval: `95 %`, `98.75 %`. */
export function confidenceText({ confidence }, space = ' ') {
    return `${Number(((confidence ?? 0.95) * 100).toFixed(2))}${space}%`;
}
