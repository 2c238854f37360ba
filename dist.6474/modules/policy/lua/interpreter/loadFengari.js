import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { InvariantError } from '../../../base/invariant.js';
import { sourcePatches } from './sourcePatches.js';
const nodeRequire = createRequire(import.meta.url);
const folder = dirname(nodeRequire.resolve('fengari/src/lua.js'));
const loaded = new Map();
/**
 * Loads one file of fengari, and what it requires, into an instance of the interpreter that is dryscale's own.
 *
 * The files copy each other's functions when they load, so what is replaced must be replaced before: an `import` gives no
 * such order (a bundler moves it to the top of the file), a call does. The patches are applied to the source.
 */
export function loadFengari(file) {
    // safe: fengari.d.ts says what each file exports.
    return load(file);
}
/** Puts `exports` in the place of a file that is not loaded yet. */
export function replaceFengari(file, exports) {
    if (loaded.has(file))
        throw new InvariantError(`fengari's ${file} is in use already`);
    loaded.set(file, { exports });
}
function load(file) {
    const known = loaded.get(file);
    if (known !== undefined)
        return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const path = join(folder, file);
    const patches = sourcePatches.filter((patch) => patch.file === file);
    const names = Object.assign({}, ...patches.map((patch) => patch.names));
    const source = patches.reduce(applyPatch, readFileSync(path, 'utf8'));
    // `process` stays undefined: fengari then takes its ways for browsers, which know no files.
    const parameters = ['process', 'exports', 'require', 'module', ...Object.keys(names)];
    const body = compileFunction(source, parameters, { filename: path });
    body(undefined, module.exports, requireFrom, module, ...Object.values(names));
    return module.exports;
}
/** What a file of fengari requires: files beside it. */
function requireFrom(name) {
    if (name.startsWith('./'))
        return load(name.slice(2));
    throw new InvariantError(`fengari requires ${name}, which a policy's interpreter must not have`);
}
function applyPatch(source, { file, edits }) {
    let text = source;
    for (const { find, replace } of edits) {
        const at = text.indexOf(find);
        if (at < 0 || text.indexOf(find, at + 1) >= 0) {
            throw new InvariantError(`fengari's ${file} is another version: expected once: ${find}`);
        }
        text = text.slice(0, at) + replace + text.slice(at + find.length);
    }
    return text;
}
