/** A name longer than this is nobody's slip of the pen. */
const LENGTH_LIMIT = 100;
/**
 * The known name closest to `name` by edit distance, or undefined when none is close enough to be meant. O(known x length^2).
 *
 * @param limit edits that are still close
 */
export function nearest(name, known, limit = Math.max(1, Math.floor(name.length / 3))) {
    if (name.length > LENGTH_LIMIT)
        return undefined;
    let best;
    let bestDistance = limit + 1;
    for (const candidate of known) {
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** A "did you mean" clause with the full list, ready to follow a sentence. */
export function suggestion(name, known) {
    const close = nearest(name, known);
    const list = known.length === 0 ? '' : `Known: ${known.join(', ')}.`;
    return close === undefined ? list : `Did you mean "${close}"? ${list}`.trim();
}
/** Damerau-Levenshtein distance (adjacent swaps count one); gives up with `limit` when it is reached. */
function editDistance(a, b, limit) {
    if (Math.abs(a.length - b.length) >= limit)
        return limit;
    const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
    for (let row = 1; row <= a.length; row++) {
        const line = [row];
        for (let column = 1; column <= b.length; column++) {
            const same = a[row - 1] === b[column - 1] ? 0 : 1;
            let cost = Math.min(rows[row - 1][column] + 1, line[column - 1] + 1, rows[row - 1][column - 1] + same);
            if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
                cost = Math.min(cost, rows[row - 2][column - 2] + 1);
            }
            line.push(cost);
        }
        rows.push(line);
    }
    return rows[a.length][b.length];
}
/** A suggestion within a sentence. */
export function lowerFirst(text) {
    return text.startsWith('Did') ? `d${text.slice(1)}` : text;
}
