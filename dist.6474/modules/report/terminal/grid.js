const gap = '  ';
/** The heads, then each row, without what ends a line. */
export function gridLines(columns, ink) {
    const texts = columns.map((column) => columnTexts(column, ink));
    return texts[0]?.map((_, line) => texts.map((lines) => lines[line]).join(gap)) ?? [];
}
/** Characters of a line of these columns. */
export function gridWidth(columns) {
    return columns.reduce((sum, column, index) => sum + (index === 0 ? 0 : gap.length) + widthOf(column), 0);
}
/** The columns that fit `width` characters. */
function fitColumns(columns, width) {
    const order = columns.flatMap(({ dropped }) => dropped ?? []);
    if (gridWidth(columns) <= width || order.length === 0)
        return columns;
    const least = columns.findIndex(({ dropped }) => dropped === Math.min(...order));
    return fitColumns(columns.toSpliced(least, 1), width);
}
/** Columns beside a first one of names, within `width`. @returns what is left for the names, and the columns that fit */
export function besideNames(columns, { width, longest, least }) {
    const fitting = fitColumns(columns, width - gap.length - Math.min(longest, least));
    const room = width - gap.length - gridWidth(fitting);
    return { nameWidth: Math.min(longest, Math.max(room, least)), columns: fitting };
}
const lengthOf = (text) => [...text].length;
const textWidthOf = ({ head, cells }) => Math.max(lengthOf(head), ...cells.map(lengthOf));
const hasMarks = ({ marks }) => marks?.some((mark) => mark !== undefined) === true;
const widthOf = (column) => textWidthOf(column) + (hasMarks(column) ? 3 : 0);
function columnTexts(column, ink) {
    const { head, cells, marks, isText } = column;
    const width = textWidthOf(column);
    const fill = (text) => ' '.repeat(width - lengthOf(text));
    const padded = (text) => (isText === true ? text + fill(text) : fill(text) + text);
    if (!hasMarks(column))
        return [head, ...cells].map(padded);
    return [`${padded(head)}   `, ...cells.map((cell, row) => `${padded(cell)}${markText(marks?.[row], ink)}`)];
}
/** A word beside the colour: never colour alone. */
function markText(isKept, ink) {
    if (isKept === undefined)
        return '   ';
    return isKept ? ink.good(' ok') : ink.bad(' x ');
}
