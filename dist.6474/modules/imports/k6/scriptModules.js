import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProblemError } from '../../base/problem.js';
import { inputProblem } from '../readInput.js';
import { compileSource } from './compileSource.js';
import { scriptLimits } from './limits.js';
import { frameName } from './sandboxCode.js';
import { findInside, folderOf, isInside, readFound } from './scriptFolder.js';
const specifierPattern = /(?:\bvar (import_\w+) = )?(?:__toESM\()?\brequire\(("(?:[^"\\]|\\.)*")\)/g;
const namePattern = /\b(import_\w+)\.([\w$]+)/g;
/** Beside the path as it is written: what people who bundle their scripts leave out or write as TypeScript does. */
const endings = ['.ts', '.js', '.json', '/index.ts', '/index.js'];
/**
 * The script and the modules that it imports, each read by us from inside the folder and compiled by itself.
 *
 * A bundler would look for what it needs on its own: globs, source maps, package.json and tsconfig.json of folders above.
 * Here a module that the running script asks for is looked up as soon as it has asked; what the text says that it will ask
 * for is looked up before, which saves runs and decides nothing.
 */
export class ScriptModules {
    list = [];
    /** `from specifier` -> the module; null where there is none. */
    links = {};
    #file;
    #folder;
    #byPath = new Map();
    #readBytes = 0;
    constructor(file) {
        this.#file = file;
        this.#folder = folderOf(file);
    }
    /** @throws ProblemError when the script itself cannot be read */
    static async of(file, text) {
        const modules = new ScriptModules(file);
        await modules.#add(realpathSync(resolve(file)), text, file);
        await modules.#linkAhead(0);
        return modules;
    }
    /** Where the innermost frame of a stack trace stands that lies in a module. */
    placeOf(stack) {
        const [, id, line, column] = new RegExp(`${frameName}(\\d+):(\\d+):(\\d+)`).exec(stack) ?? [];
        const source = this.list[Number(id)];
        const place = source?.place(Number(line), Number(column));
        return place === undefined ? { file: this.#file } : { file: source.file, ...place };
    }
    /** Looks up what a module asks for. @param stack where it asks @throws ProblemError where it may not be read, or cannot */
    async link(from, specifier, stack = '') {
        const key = `${from} ${specifier}`;
        if (Object.hasOwn(this.links, key))
            return;
        if (isStubbed(specifier)) {
            this.links[key] = this.#addStub(specifier);
            return;
        }
        const found = this.#find(from, specifier, this.placeOf(stack));
        if (found === undefined) {
            this.links[key] = null;
            return;
        }
        const known = this.#byPath.get(found.path);
        this.links[key] = known ?? (await this.#read(found));
        if (known === undefined)
            await this.#linkAhead(this.list.length - 1);
    }
    async #linkAhead(first) {
        for (let from = first; from < this.list.length; from++) {
            for (const specifier of Object.keys(this.list[from].names)) {
                try {
                    await this.link(from, specifier);
                }
                catch {
                    // The script may never ask for it; if it does, it is looked up again.
                }
            }
        }
    }
    #find(from, specifier, where) {
        const { path } = this.list[from] ?? {};
        const asked = askedPath(specifier, path === undefined ? this.#folder : dirname(path));
        if (asked === undefined)
            throw refused(where, 'cannot-import', `cannot import "${specifier}"`);
        const outside = () => refused(where, 'outside-folder', `"${specifier}" lies outside the folder of the script`);
        if (!isInside(asked, this.#folder))
            throw outside();
        const typed = asked.replace(/\.([cm]?)js$/, '.$1ts');
        let isSomething = false;
        for (const candidate of [asked, ...endings.map((ending) => asked + ending), typed]) {
            if (!isInside(candidate, this.#folder))
                continue;
            const found = findInside(this.#folder, candidate);
            if (found.kind === 'file')
                return found;
            if (found.kind === 'outside')
                throw outside();
            isSomething ||= found.kind === 'not-plain';
        }
        if (isSomething)
            throw refused(where, 'cannot-import', `"${specifier}" is not a plain file`);
        return undefined;
    }
    async #read(found) {
        const file = join(dirname(this.#file), relative(this.#folder, found.path));
        return this.#add(found.path, readFound(found, file, scriptLimits.sourceBytes).toString('utf8'), file);
    }
    async #add(path, text, file) {
        this.#readBytes += Buffer.byteLength(text);
        if (this.#readBytes > scriptLimits.sourcesBytes) {
            throw inputProblem(this.#file, {
                code: 'too-large',
                what: `imports more than ${scriptLimits.sourcesBytes} bytes`,
                why: 'They are read whole before the options are known.',
                fix: 'keep the options in a script of their own.',
            });
        }
        if (this.list.length >= scriptLimits.sourceCount)
            throw tooMany(this.#file);
        const source = { file, path, ...(await sourceOf(text.replace(/^\uFEFF/, ''), file)) };
        this.#byPath.set(path, this.list.length);
        return this.list.push(source) - 1;
    }
    #addStub(specifier) {
        if (this.list.length >= scriptLimits.sourceCount)
            throw tooMany(this.#file);
        const text = stubText(specifier);
        return this.list.push({ kind: 'stub', text, names: {}, file: specifier, path: undefined, place: nowhere }) - 1;
    }
}
const nowhere = () => undefined;
function refused(where, code, what) {
    return new ProblemError([{ code, where, what, ...importWords[code] }]);
}
export const importWords = {
    'outside-folder': {
        why: 'An import reads nothing but the folder of the script.',
        fix: 'move the file below the script, or copy the script beside it.',
    },
    'cannot-import': {
        why: 'The options may depend on it.',
        fix: 'check the path; packages must be bundled for k6 first.',
    },
};
/** Undefined for what is neither a path nor one of k6's modules. */
function askedPath(specifier, folder) {
    if (/^\.{1,2}(\/|$)/.test(specifier) || specifier.startsWith('/'))
        return resolve(folder, specifier);
    if (!/^file:/i.test(specifier))
        return undefined;
    try {
        return fileURLToPath(specifier);
    }
    catch {
        return undefined;
    }
}
async function sourceOf(text, file) {
    if (/\.json$/i.test(file))
        return { kind: 'json', text: checkedJson(text, file), names: {}, place: nowhere };
    const { code, place } = await compileSource(text, file);
    return { kind: 'code', text: code, names: askedNames(code), place };
}
function checkedJson(text, file) {
    try {
        JSON.parse(text);
        return text;
    }
    catch (thrown) {
        const what = thrown instanceof Error ? thrown.message.split('\n')[0].slice(0, 200) : 'is not JSON';
        const offset = Number(/position (\d+)/.exec(what)?.[1] ?? 0);
        const words = { code: 'script-syntax', what, why: 'The script cannot be read.', fix: 'fix the syntax here.' };
        throw inputProblem(file, words, text.slice(0, offset).split('\n').length);
    }
}
/** What esbuild's output asks for: every import is a `require`, and names of import statements are read from a variable `import_*`. */
function askedNames(code) {
    const read = new Map();
    for (const [, variable, name] of code.matchAll(namePattern)) {
        read.set(variable, (read.get(variable) ?? new Set()).add(name));
    }
    const names = {};
    for (const [, variable = '', text] of code.matchAll(specifierPattern)) {
        const specifier = readText(text);
        if (specifier !== undefined)
            names[specifier] = [...(names[specifier] ?? []), ...(read.get(variable) ?? [])];
    }
    return names;
}
/** The value of a text in double quotes; undefined where it is none that JSON knows. */
export function readText(literal) {
    try {
        return String(JSON.parse(literal));
    }
    catch {
        return undefined;
    }
}
function tooMany(file) {
    return inputProblem(file, {
        code: 'too-many-files',
        what: `imports more than ${scriptLimits.sourceCount} files`,
        why: 'Each of them is read before the options are known.',
        fix: 'keep the options in a script of their own.',
    });
}
/**
 * What stands in for k6's own modules and for remote ones: values that can be used in any way and do nothing.
 *
 * The texts run inside the sandbox. `inert` comes from the prelude (sandboxCode.ts).
 */
/** Whether an import is one that k6 itself provides, or fetches from elsewhere. */
function isStubbed(path) {
    return path === 'k6' || path.startsWith('k6/') || /^https?:\/\//.test(path);
}
/** CommonJS text of the stub. Reading any name from it gives the inert value. */
function stubText(path) {
    return path === 'k6/data' ? dataStub : inertStub;
}
const inertStub = `
const stub = Object.create(inert, { __esModule: { value: true } });
module.exports = stub;
`;
/** A SharedArray is the list that its function returns, as k6 hands it to every VU. */
const dataStub = `
exports.SharedArray = class SharedArray {
  constructor(name, make) {
    const list = make();
    if (!Array.isArray(list)) throw new TypeError('the function of a SharedArray must return a list');
    return list;
  }
};
`;
