/**
 * A command broken before its options, so that it fits and still runs when it is copied.
 *
 * @returns the lines; all but the last end in a backslash, all but the first begin with two spaces
 */
export function commandLines(command, width) {
    // Inside quotes a break would change a word.
    const words = command.match(/(?:\$'(?:\\.|[^'\\])*'|'[^']*'|\\.|[^\s'"\\])+/gs) ?? [];
    if (words.join(' ') !== command)
        return [command];
    const groups = [];
    for (const word of words) {
        if (groups.length === 0 || word.startsWith('--'))
            groups.push(word);
        else
            groups[groups.length - 1] += ` ${word}`;
    }
    const lines = [];
    for (const word of groups) {
        const line = lines[lines.length - 1];
        const indent = lines.length > 1 ? 2 : 0;
        if (line !== undefined && indent + line.length + 1 + word.length <= width - 2)
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines.map((line, index) => `${index === 0 ? '' : '  '}${line}${index === lines.length - 1 ? '' : ' \\'}`);
}
