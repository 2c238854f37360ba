/** The text with all edits; they do not overlap. */
export function applyEdits(text, edits) {
    let result = '';
    let from = 0;
    for (const edit of inOrder(edits)) {
        result += text.slice(from, edit.start) + edit.text;
        from = edit.end;
    }
    return result + text.slice(from);
}
function inOrder(edits) {
    return [...edits].sort((a, b) => a.start - b.start);
}
/** Lines around a change that a diff shows. */
const contextCount = 3;
/**
 * The edits as a unified diff that `patch` and `git apply` take: empty where they change nothing.
 *
 * @see GNU diffutils manual, "Detailed Description of Unified Format"
 */
export function unifiedDiff(text, edits, file) {
    const old = linesOf(text);
    const changes = lineChanges(old, edits);
    const hunks = [];
    let shift = 0;
    for (let first = 0; first < changes.length;) {
        let last = first;
        while (last + 1 < changes.length && changes[last + 1].from - changes[last].to <= 2 * contextCount)
            last++;
        const { lines, added } = hunkOf(old, changes.slice(first, last + 1), shift);
        hunks.push(...lines);
        shift += added;
        first = last + 1;
    }
    if (hunks.length === 0)
        return '';
    return [`--- ${file}`, `+++ ${file}`, ...hunks, ''].join('\n');
}
/** Each line with what ends it; the last may have nothing. */
function linesOf(text) {
    return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
/** Edits that touch the same lines are one change; lines that stay as they are at its edges are no part of it. */
function lineChanges(old, edits) {
    const starts = [];
    let offset = 0;
    for (const line of old) {
        starts.push(offset);
        offset += line.length;
    }
    const lineAt = (place) => {
        const next = starts.findIndex((start) => start > place);
        return next < 0 ? Math.max(0, old.length - 1) : next - 1;
    };
    const groups = [];
    for (const edit of inOrder(edits)) {
        // Where a line's end goes, the next one joins it.
        const [from, to] = [lineAt(edit.start), lineAt(edit.end) + 1];
        const last = groups.at(-1);
        if (last !== undefined && from < last.to) {
            last.to = Math.max(last.to, to);
            last.edits.push(edit);
        }
        else
            groups.push({ from, to, edits: [edit] });
    }
    return groups.flatMap(({ from, to, edits: own }) => {
        const begin = starts[from] ?? 0;
        const part = old.slice(from, to).join('');
        const moved = own.map((edit) => ({ ...edit, start: edit.start - begin, end: edit.end - begin }));
        return trimmed({ from, to, lines: linesOf(applyEdits(part, moved)) }, old);
    });
}
function trimmed({ from, to, lines }, old) {
    let [first, end, rest] = [from, to, [...lines]];
    while (first < end && rest.length > 0 && rest[0] === old[first]) {
        first++;
        rest = rest.slice(1);
    }
    while (first < end && rest.length > 0 && rest[rest.length - 1] === old[end - 1]) {
        end--;
        rest = rest.slice(0, -1);
    }
    return first === end && rest.length === 0 ? [] : [{ from: first, to: end, lines: rest }];
}
function hunkOf(old, changes, shift) {
    const from = Math.max(0, changes[0].from - contextCount);
    const to = Math.min(old.length, changes[changes.length - 1].to + contextCount);
    const body = [];
    let at = from;
    let added = 0;
    const put = (sign, lines) => {
        for (const line of lines) {
            body.push(`${sign}${line.replace(/\n$/, '')}`);
            if (!line.endsWith('\n'))
                body.push('\\ No newline at end of file');
        }
    };
    for (const change of changes) {
        put(' ', old.slice(at, change.from));
        put('-', old.slice(change.from, change.to));
        put('+', change.lines);
        added += change.lines.length - (change.to - change.from);
        at = change.to;
    }
    put(' ', old.slice(at, to));
    const count = to - from;
    // An empty part is told by the line before it.
    const place = (line, size) => `${size === 0 ? line : line + 1},${size}`;
    const head = `@@ -${place(from, count)} +${place(from + shift, count + added)} @@`;
    return { lines: [head, ...body], added };
}
