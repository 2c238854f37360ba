const keywords = new Set('and break do else elseif end false for function goto if in local nil not or repeat return then true until while'.split(' '));
/** Lua 5.3 manual, section 3.1; suffixes of LuaJIT's numbers too. */
const pattern = new RegExp([
    String.raw `(?<blank>\s+|--\[(?<level>=*)\[[\s\S]*?(?:\]\k<level>\]|$)|--[^\n]*)`,
    String.raw `(?<name>[A-Za-z_]\w*)`,
    String.raw `(?<long>\[=*\[)`,
    String.raw `"(?<double>(?:\\[\s\S]|[^"\\\n])*)"|'(?<single>(?:\\[\s\S]|[^'\\\n])*)'`,
    String.raw `(?<number>0[xX](?:[\da-fA-F.]|[pP][+-]?\d)*[uUlLiI]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[uUlLiI]*)`,
    String.raw `(?<symbol>\.\.\.|\.\.|[=~<>]=|<<|>>|\/\/|::|[-+*/%^#&~|<>=(){}[\];:,.])`,
].join('|'), 'y');
/** The tokens of a file, an `end` last; after what is no token comes nothing more, for the interpreter says what is wrong with it. */
export function luaTokens(code) {
    const tokens = [];
    let line = 1;
    const source = code.replace(/^\uFEFF?(#[^\n]*)?/, '');
    const noToken = { kind: 'symbol', text: '' };
    for (pattern.lastIndex = 0; pattern.lastIndex < source.length;) {
        const match = pattern.exec(source);
        if (match === null) {
            tokens.push({ ...noToken, line });
            break;
        }
        const { groups = {} } = match;
        let [text] = match;
        if (groups.long !== undefined) {
            // Looked for once: without its end the file is no Lua, and to go on would read the rest again and again.
            const end = source.indexOf(text.replaceAll('[', ']'), pattern.lastIndex);
            if (end === -1) {
                tokens.push({ ...noToken, line });
                break;
            }
            tokens.push({ kind: 'text', text: source.slice(pattern.lastIndex, end).replace(/^\r?\n/, ''), line });
            text = source.slice(match.index, end + text.length);
            pattern.lastIndex = match.index + text.length;
        }
        else if (groups.blank === undefined)
            tokens.push({ ...tokenOf(groups), line });
        line += text.split('\n').length - 1;
    }
    return [...tokens, { kind: 'end', text: '', line }];
}
function tokenOf({ name, double, single, number, symbol }) {
    if (name !== undefined)
        return { kind: keywords.has(name) ? 'keyword' : 'name', text: name };
    const text = double ?? single;
    if (text !== undefined)
        return { kind: 'text', text: text.replace(/\\([\\"'])/g, '$1') };
    return number === undefined ? { kind: 'symbol', text: symbol } : { kind: 'number', text: number };
}
