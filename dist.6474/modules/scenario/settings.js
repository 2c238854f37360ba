import { parse } from 'yaml';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
/** Keys that would reach an object's prototype. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
/** Applies `--set key.path=value` to a document's value; the value is read as YAML. @throws ProblemError with exit code 2 */
export function applySettings(value, settings) {
    const root = structuredClone(value);
    for (const setting of settings)
        applyOne(root, setting);
    return root;
}
function applyOne(root, setting) {
    const split = setting.indexOf('=');
    if (split <= 0)
        throw usage(setting, 'is not of the form key.path=value', 'write for example --set services.web.scaling.max=20.');
    const path = setting.slice(0, split).split('.');
    if (path.some((key) => forbidden.has(key) || key === ''))
        throw usage(setting, 'names a key that cannot be set', 'check the key path.');
    let holder = root;
    for (const key of path.slice(0, -1)) {
        if (typeof holder !== 'object' || holder === null)
            throw usage(setting, `has no map at "${key}"`, 'check the key path.');
        const next = Reflect.get(holder, key);
        if (next === undefined || next === null)
            Reflect.set(holder, key, {});
        holder = Reflect.get(holder, key);
    }
    if (typeof holder !== 'object' || holder === null)
        throw usage(setting, 'leads into a plain value', 'check the key path.');
    Reflect.set(holder, path[path.length - 1], readValue(setting.slice(split + 1), setting));
}
function readValue(text, setting) {
    try {
        return parse(text, { maxAliasCount: 0 });
    }
    catch {
        throw usage(setting, 'has a value that is not YAML', 'quote it: --set \'name="a: b"\'.');
    }
}
function usage(setting, what, fix) {
    return new ProblemError([
        {
            code: 'bad-set',
            where: {},
            what: `--set ${setting}: ${what}`,
            why: 'The scenario cannot be changed that way.',
            fix,
        },
    ], exitCode.wrongUsage);
}
