import { suggestion } from '../../base/nearest.js';
import { PolicyFault } from '../policy.js';
/**
 * Refuses a parameter that a script does not know: it has not read it before its first wait, and its text does not name it.
 *
 * A script declares no parameters, so what it reads of `require("dryscale").params` stands for that.
 * @throws PolicyFault of kind `load`
 */
export function checkScriptParams({ fileName, code, params }, reads) {
    const unknown = Object.keys(params).find((name) => !reads.has(name) && !isNamedIn(code, name));
    if (unknown === undefined)
        return;
    const known = [...new Set([...reads, ...namesIn(code)])];
    const hint = known.length === 0
        ? 'It reads none: a script finds them in require("dryscale").params.'
        : suggestion(unknown, known);
    throw new PolicyFault(`${fileName}: has no parameter "${unknown}". ${hint}`, { kind: 'load' });
}
/** What is known when the run is over: parameters that changed nothing, for no line that reads them was reached. */
export function unreadParams({ params }, reads) {
    const names = Object.keys(params).filter((name) => !reads.has(name));
    return names.map((name) => `the parameter "${name}" was given and never read, so it changed nothing.`);
}
function isNamedIn(code, name) {
    const literal = name.replace(/[^\w]/g, '\\$&');
    return new RegExp(`(?<!\\w)${literal}(?!\\w)`).test(code);
}
/** Names that stand behind `params`, for the hint. */
function namesIn(code) {
    return [...code.matchAll(/\bparams\s*(?:\.\s*|\[\s*["'])([\w-]+)/g)].map(([, name]) => name);
}
/** `policy.lua:3`, where the file's table `params` sets a name; the file alone where that is not to be seen. */
export function paramPlace({ fileName, code }, name) {
    const begin = code.search(/\bparams\b/);
    const literal = name.replace(/[^\w]/g, '\\$&');
    const found = begin < 0 ? null : new RegExp(`(?<!\\w)${literal}(?:["']\\s*\\])?\\s*=(?!=)`).exec(code.slice(begin));
    if (found === null)
        return fileName;
    return `${fileName}:${code.slice(0, begin + found.index).split('\n').length}`;
}
