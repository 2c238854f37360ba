/** Not before a unit, and not inside a length of time such as `2m 05s`. */
const breaks = / (?!%)(?!(?<=\d[mhd] )\d\d[smh]\b)/;
/** Breaks text at spaces into lines of at most `width` characters; every line begins with `indent`. */
export function wrap(text, { width, indent = '' }) {
    const lines = [];
    let line = '';
    for (const word of text.split(breaks)) {
        const longer = line === '' ? word : `${line} ${word}`;
        if (line !== '' && indent.length + longer.length > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    return [...lines, indent + line];
}
/** At most `limit` lines; the last one then says how many are missing. */
export function capLines(lines, limit, rest) {
    return lines.length <= limit ? [...lines] : [...lines.slice(0, limit - 1), rest(lines.length - limit + 1)];
}
