const syntaxes = {
    // Lua 5.3 manual, section 3.1.
    lua: {
        passive: /--\[(=*)\[[\s\S]*?\]\1\]|--[^\n]*|\[(=*)\[[\s\S]*?\]\2\]|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g,
        assign: '=',
    },
    typescript: {
        passive: /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g,
        assign: ':',
    },
};
/**
 * The changed defaults of a policy's parameters, where its text sets them plainly: `params = { target = 0.6 }` of Lua, `params: {
 * target: 0.6 }` of TypeScript, each once and as a number, a text or a truth value.
 *
 * @returns undefined where it does not: then only `--policy 'file?target=0.7'` says it
 */
export function sourceEdits(code, language, params) {
    const { passive, assign } = syntaxes[language];
    const bare = code.replace(passive, (text) => ' '.repeat(text.length));
    const tables = [...bare.matchAll(new RegExp(String.raw `\bparams\s*${assign}\s*\{`, 'g'))];
    if (tables.length !== 1)
        return undefined;
    const begin = tables[0].index + tables[0][0].length;
    const end = closing(bare, begin);
    if (end === undefined)
        return undefined;
    const edits = Object.entries(params).map(([name, value]) => {
        const literal = literalOf(code, { bare, begin, end, assign }, name);
        return literal === undefined ? undefined : { ...literal, text: literalText(value, code[literal.start]) };
    });
    return edits.every((edit) => edit !== undefined) ? edits : undefined;
}
function closing(bare, begin) {
    let depth = 1;
    for (let place = begin; place < bare.length; place++) {
        if ('{(['.includes(bare[place]))
            depth++;
        if ('})]'.includes(bare[place]) && --depth === 0)
            return place;
    }
    return undefined;
}
/** Where the value of a name stands; undefined where it stands twice, deeper, or is no plain value. */
function literalOf(code, { bare, begin, end, assign }, name) {
    const own = name.replace(/[^\w]/g, '\\$&');
    const key = new RegExp(String.raw `(?<![\w.])(?:\[\s*)?(["']?)${own}\1(?:\s*\])?\s*${assign}(?!=)\s*`, 'g');
    const found = [...code.slice(begin, end).matchAll(key)].filter(({ index, 0: text }) => {
        const place = begin + index;
        // What assigns must be code, and stand in the table itself.
        return bare[place + text.trimEnd().length - 1] === assign && depthAt(bare, begin, place) === 0;
    });
    if (found.length !== 1)
        return undefined;
    const start = begin + found[0].index + found[0][0].length;
    const value = /^(?:[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|true|false|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')/.exec(code.slice(start, end));
    if (value === null)
        return undefined;
    const after = start + value[0].length;
    const isAlone = /^\s*(?:[,;]|$)/.test(bare.slice(after, end));
    return isAlone ? { start, end: after } : undefined;
}
function depthAt(bare, begin, place) {
    let depth = 0;
    for (const character of bare.slice(begin, place).replace(/\[\s*\]/g, '')) {
        if ('{('.includes(character))
            depth++;
        if ('})'.includes(character))
            depth--;
    }
    return depth;
}
/** In the quotes of the value before it; what was a number or a truth value stays one. */
function literalText(value, before) {
    const content = String(value);
    if (before === '"')
        return JSON.stringify(content);
    if (before === "'")
        return `'${content.replace(/[\\']/g, '\\$&')}'`;
    return content;
}
