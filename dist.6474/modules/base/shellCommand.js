import { visibleLine } from './visible.js';
/**
 * A command to paste into a shell, which takes it apart into just these words: sh, dash, bash, zsh.
 *
 * Quotes cannot hide a control character from the terminal that shows the command, and `$'...'` is not known to dash. Such a
 * command is made by `printf` from codes of its bytes, which every shell of POSIX has (IEEE 1003.1-2017, printf).
 */
export function shellCommand(words) {
    const command = words.map(shellWord).join(' ');
    return visibleLine(command) === command ? command : `eval "$(printf '${codes(command)}')"`;
}
/** zsh replaces a word that begins with `=`. */
function shellWord(word) {
    return /^[\w@%+:,./-][\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
/** A format of printf; `!` would stand for an earlier command, and what means something in double quotes goes by its code, too. */
function codes(text) {
    return Array.from(text, (character) => {
        if (character === '%')
            return '%%';
        const isPlain = /^[^'"`$\\!#\s]$|^ $/u.test(character) && visibleLine(character) === character;
        if (isPlain)
            return character;
        return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
    }).join('');
}
