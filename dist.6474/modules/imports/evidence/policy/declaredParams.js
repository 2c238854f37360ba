/**
 * The parameters that a policy without comments declares in its table `params`, and where: names with a plain value, not what is computed or nested.
 *
 * A script declares none; what it reads of `params` is told without a value.
 */
export function declaredParams(code) {
    const begin = /\bparams\s*[=:]\s*\{/.exec(code);
    const declared = begin === null ? [] : fieldsIn(code, begin.index + begin[0].length);
    const known = new Set(declared.map(({ name }) => name));
    const read = [...code.matchAll(/\bparams\s*\.\s*(\w+)/g)].filter(({ 1: name }) => !known.has(name));
    const names = new Map();
    for (const { 1: name, index } of read)
        names.set(name, [...(names.get(name) ?? []), lineOf(code, index)]);
    return [
        ...declared,
        ...[...names].map(([name, lines]) => ({ kind: 'parameter', name, value: null, lines: [...new Set(lines)] })),
    ];
}
const field = /(?:^|[,;{\n])\s*(?:\[\s*)?["']?(\w+)["']?(?:\s*\])?\s*[=:]\s*(-?\d[\w.]*|true|false|"[^"\n]*"|'[^'\n]*')\s*(?=[,;}\n])/g;
/** Fields of the table that begins at `from`, up to the brace that closes it. */
function fieldsIn(code, from) {
    let depth = 1;
    let to = from;
    for (; to < code.length && depth > 0; to++) {
        if (code[to] === '{')
            depth++;
        else if (code[to] === '}')
            depth--;
    }
    const inside = code.slice(from, to);
    return [...inside.matchAll(field)].map(({ 1: name, 2: value, 0: whole, index }) => {
        const at = from + index + whole.indexOf(name);
        return { kind: 'parameter', name, value: plainValue(value), lines: [lineOf(code, at)] };
    });
}
function plainValue(text) {
    if (text === 'true' || text === 'false')
        return text === 'true';
    if (/^["']/.test(text))
        return text.slice(1, -1);
    const number = Number(text);
    return Number.isFinite(number) ? number : text;
}
function lineOf(code, index) {
    return code.slice(0, index).split('\n').length;
}
