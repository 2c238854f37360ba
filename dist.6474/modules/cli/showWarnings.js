import { problemLines } from '../base/problem.js';
/** More lines than this hide what was asked for. */
const mostLines = 6;
const mostPlaces = 3;
/**
 * Says what the user should know and need not mend, after the results: once, a line each; whole with --verbose.
 *
 * The same about several places is one line.
 */
export function showWarnings(warnings, { output, verbose }) {
    const groups = groupsOf(warnings);
    if (groups.length === 0)
        return;
    if (verbose) {
        for (const problem of groups.flat())
            output.note(problemLines(problem, 'warning'));
        return;
    }
    for (const group of groups.slice(0, mostLines))
        output.note(lineOf(group));
    const more = groups.length - mostLines;
    const rest = more <= 0 ? '' : `${more} more ${more === 1 ? 'warning' : 'warnings'}, `;
    output.note(`  ${rest}why and what to do: --verbose`);
}
function lineOf(group) {
    const [{ what, code }] = group;
    const places = [...new Set(group.map(placeOf))].filter((place) => place !== '');
    const more = places.length > mostPlaces ? ` and ${places.length - mostPlaces} more` : '';
    const where = places.length === 0 ? '' : `${places.slice(0, mostPlaces).join(', ')}${more}  `;
    return `warning: ${where}${what}  [${code}]`;
}
/** The key path only where no line says where to look. */
function placeOf({ where: { file, line, column, path } }) {
    const position = [file, line, column].filter((part) => part !== undefined).join(':');
    return line === undefined ? [position, path ?? ''].filter((part) => part !== '').join('  ') : position;
}
/** By what they say, in their order; said twice of one place is said once. */
function groupsOf(warnings) {
    const groups = new Map();
    for (const problem of warnings) {
        const key = JSON.stringify([problem.code, problem.what]);
        const group = groups.get(key) ?? new Map();
        const place = JSON.stringify(problem.where);
        if (!group.has(place))
            group.set(place, problem);
        groups.set(key, group);
    }
    return [...groups.values()].map((group) => [...group.values()]);
}
