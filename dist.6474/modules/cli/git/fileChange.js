import { git } from './runGit.js';
/** Longer ones are for the page that shows the whole change. */
const mostLines = 200;
const mostCharacters = 12_000;
/** However git is set up, a diff looks the same. */
const plainDiff = [
    'diff',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--no-relative',
    '--no-renames',
    '--diff-algorithm=histogram',
    '--inter-hunk-context=0',
    '--unified=3',
];
/**
 * How a file differs from what it was in the revision.
 *
 * @param path of the repository; `former` is the name it had, if another
 * @returns undefined where it does not differ, or git does not say
 */
export function fileChange({ commit, root }, path, former = path) {
    const sides = former === path ? [commit, '--', path] : [`${commit}:${former}`, path];
    const text = git([...plainDiff, ...sides], { folder: root });
    if (text === undefined)
        return undefined;
    const lines = text.replace(/\n$/, '').split('\n');
    const first = lines.findIndex((line) => line.startsWith('@@'));
    if (first < 0)
        return undefined;
    const hunks = lines.slice(first);
    return { path, ...(former === path ? {} : { former }), line: changedLine(hunks), diff: bounded(hunks).join('\n') };
}
/** The first line of the new file that is changed, or that follows what was taken out. */
function changedLine([head, ...rest]) {
    const lines = rest.filter((line) => !line.startsWith('\\'));
    const begin = Number(/\+(\d+)/.exec(head)?.[1] ?? 1);
    const kept = lines.findIndex((line) => !line.startsWith(' '));
    const removed = lines.slice(kept).findIndex((line) => !line.startsWith('-'));
    // A change is shown as what went and then what came: it stands where the new lines begin. After a removal at the end nothing stands.
    const isAtEnd = removed < 0 && kept > 0;
    return Math.max(1, begin + Math.max(kept, 0) - (isAtEnd ? 1 : 0));
}
function bounded(lines) {
    const shown = [];
    let length = 0;
    for (const line of lines) {
        length += line.length + 1;
        if (shown.length === mostLines || length > mostCharacters) {
            return [...shown, `... ${lines.length - shown.length} more lines`];
        }
        shown.push(line);
    }
    return shown;
}
