import type { Problem } from '../../base/problem.js';
import { type Explanation, manifestsOf } from './explanation.js';

/** One thing to know about a manifest, for programs that show it beside the line. */
export interface Finding {
  /** `error` ends the command with 104 (refused) or 99 (lint); a `note` is valid and not simulated. */
  readonly level: 'error' | 'warning' | 'note';
  readonly problem: Problem;
  readonly place: { readonly file: string; readonly line: number; readonly column: number };
}

/** Everything that was found, by file and place. What has no place of its own stands at the top of its file. */
export function findingsOf(explanation: Explanation): Finding[] {
  const refused = explanation.files.flatMap(({ file, problems }) =>
    problems.map((problem) => found('error', problem, file)),
  );
  const rest = manifestsOf(explanation).flatMap(({ manifest, source }) => [
    ...manifest.lint().map((lint) => found(lint.level, lint, source.file)),
    ...manifest.warnings.map((problem) => found('note', problem, source.file)),
  ]);
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...refused, ...rest].sort(
    ({ place: a }, { place: b }) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function found(level: Finding['level'], problem: Problem, file: string): Finding {
  const { where } = problem;
  return { level, problem, place: { file: where.file ?? file, line: where.line ?? 1, column: where.column ?? 1 } };
}
