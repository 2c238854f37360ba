import { type ExitCode, exitCode } from './exitCode.js';
import { visibleLine } from './visible.js';

/** Where a problem stands: a file, and in it a line and column (from 1) and the key path, as far as they are known. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  /** Dotted key path, e.g. `services.web.scaling.min`. */
  readonly path?: string;
}

/** A mistake in what the user gave us, as data: expected, tested, and shown without a stack trace. */
export interface Problem {
  /** Stable kebab-case name, e.g. `min-exceeds-max`. */
  readonly code: string;
  readonly where: Place;
  /** What is wrong, quoting the value and its type. */
  readonly what: string;
  /** Why it cannot stay so. */
  readonly why: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Carries every problem found at once to the command that prints them and ends with `exitCode`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly Problem[];
  readonly exitCode: ExitCode;

  constructor(problems: readonly Problem[], code: ExitCode = exitCode.invalidInput) {
    super(problems.flatMap((problem) => problemLines(problem)).join('\n'));
    this.problems = problems;
    this.exitCode = code;
  }
}

/** One problem as three lines: where and what, after its level where one is given, then why, then the fix. */
export function problemLines({ where, what, why, fix, code }: Problem, level?: string): string[] {
  const head = level === undefined ? '' : `${level}: `;
  return [`${head}${placeText(where)}${what}  [${code}]`, `    ${why}`, `    Fix: ${fix}`].map(visibleLine);
}

/** Problems in the order a reader walks the file: by file, line, column. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort(
    (a, b) =>
      compareText(a.where.file ?? '', b.where.file ?? '') ||
      (a.where.line ?? 0) - (b.where.line ?? 0) ||
      (a.where.column ?? 0) - (b.where.column ?? 0),
  );
}

function placeText({ file, line, column, path }: Place): string {
  const position = [file, line, column].filter((part) => part !== undefined).join(':');
  const place = [position, path].filter((part) => part !== undefined && part !== '').join('  ');
  return place + (position || path ? '  ' : '');
}
