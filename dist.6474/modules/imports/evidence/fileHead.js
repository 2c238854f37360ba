import { inputChunks } from '../readInput.js';
/** Enough for the header of a table, and for the first object of any answer. */
const HEAD_CHARACTERS = 65_536;
/** The beginning of a file, unpacked. @throws ProblemError when it cannot be read */
export function fileHead(file) {
    let text = '';
    let isWhole = true;
    for (const chunk of inputChunks(file)) {
        text += chunk;
        isWhole = text.length <= HEAD_CHARACTERS;
        if (!isWhole)
            break;
    }
    const head = text.slice(0, HEAD_CHARACTERS).replace(/^\ufeff/, '');
    return { file, text: head, isWhole, jsonKeys: jsonKeysOf(head) };
}
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/y;
/** Keys of the outermost object of a JSON text, or of the first object in its list; the text may break off. */
function jsonKeysOf(text) {
    const start = /^\s*(?:\[\s*)?\{/.exec(text);
    if (start === null)
        return [];
    const keys = [];
    let depth = 1;
    let last = '';
    for (let index = start[0].length; depth > 0;) {
        token.lastIndex = index + (/^\s*/.exec(text.slice(index, index + 1000))?.[0].length ?? 0);
        const found = token.exec(text)?.[0];
        if (found === undefined)
            break;
        index = token.lastIndex;
        if (found === '{' || found === '[')
            depth++;
        else if (found === '}' || found === ']')
            depth--;
        else if (found === ':' && depth === 1 && last.startsWith('"'))
            keys.push(JSON.parse(last));
        last = found;
    }
    return keys;
}
