/** The cells of one line of a table; quoted cells may hold the delimiter and doubled quotes. */
export function splitCells(text, delimiter) {
    if (!text.includes('"'))
        return text.split(delimiter).map((cell) => cell.trim());
    const cells = [];
    let cell = '';
    let isQuoted = false;
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (isQuoted && character === '"' && text[index + 1] === '"') {
            cell += '"';
            index++;
        }
        else if (character === '"')
            isQuoted = !isQuoted;
        else if (character === delimiter && !isQuoted) {
            cells.push(cell.trim());
            cell = '';
        }
        else
            cell += character;
    }
    cells.push(cell.trim());
    return cells;
}
/** Whether a quote is opened and never closed: quotes come in pairs, also those within cells. */
export function hasOpenQuote(text) {
    return text.includes('"') && text.split('"').length % 2 === 0;
}
/** The delimiter a header line uses. */
export function delimiterOf(header) {
    const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, cells: splitCells(header, delimiter).length }));
    return counts.reduce((best, candidate) => (candidate.cells > best.cells ? candidate : best)).delimiter;
}
