/** Characters that are written at once: a write per line would cost more than making it. */
const partLength = 1 << 16;
/** Text in parts of a useful length. */
export function* inParts(pieces) {
    let part = '';
    for (const piece of pieces) {
        part += piece;
        if (part.length < partLength)
            continue;
        yield part;
        part = '';
    }
    if (part !== '')
        yield part;
}
