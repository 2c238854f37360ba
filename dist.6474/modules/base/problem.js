import { exitCode } from './exitCode.js';
import { visibleLine } from './visible.js';
/** Carries every problem found at once to the command that prints them and ends with `exitCode`. */
export class ProblemError extends Error {
    name = 'ProblemError';
    problems;
    exitCode;
    constructor(problems, code = exitCode.invalidInput) {
        super(problems.flatMap((problem) => problemLines(problem)).join('\n'));
        this.problems = problems;
        this.exitCode = code;
    }
}
/** One problem as three lines: where and what, after its level where one is given, then why, then the fix. */
export function problemLines({ where, what, why, fix, code }, level) {
    const head = level === undefined ? '' : `${level}: `;
    return [`${head}${placeText(where)}${what}  [${code}]`, `    ${why}`, `    Fix: ${fix}`].map(visibleLine);
}
/** Problems in the order a reader walks the file: by file, line, column. */
export function sortProblems(problems) {
    const compareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return [...problems].sort((a, b) => compareText(a.where.file ?? '', b.where.file ?? '') ||
        (a.where.line ?? 0) - (b.where.line ?? 0) ||
        (a.where.column ?? 0) - (b.where.column ?? 0));
}
function placeText({ file, line, column, path }) {
    const position = [file, line, column].filter((part) => part !== undefined).join(':');
    const place = [position, path].filter((part) => part !== undefined && part !== '').join('  ');
    return place + (position || path ? '  ' : '');
}
