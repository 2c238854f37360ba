import { manifestsOf } from './explanation.js';
/** Everything that was found, by file and place. What has no place of its own stands at the top of its file. */
export function findingsOf(explanation) {
    const refused = explanation.files.flatMap(({ file, problems }) => problems.map((problem) => found('error', problem, file)));
    const rest = manifestsOf(explanation).flatMap(({ manifest, source }) => [
        ...manifest.lint().map((lint) => found(lint.level, lint, source.file)),
        ...manifest.warnings.map((problem) => found('note', problem, source.file)),
    ]);
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    return [...refused, ...rest].sort(({ place: a }, { place: b }) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
}
function found(level, problem, file) {
    const { where } = problem;
    return { level, problem, place: { file: where.file ?? file, line: where.line ?? 1, column: where.column ?? 1 } };
}
