import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { runConfined } from '../../base/confined/runConfined.js';
import { ProblemError } from '../../base/problem.js';
import { inputProblem, readInput } from '../readInput.js';
import { scriptLimits, standardLimits } from './limits.js';
import { sandboxCode } from './sandboxCode.js';
import { findInside, folderOf, readFound } from './scriptFolder.js';
import { importWords, readText, ScriptModules } from './scriptModules.js';
const resultSchema = z.object({
    missingFiles: z.array(z.object({ key: z.string(), stack: z.string() })),
    missingModules: z.array(z.object({ from: z.int(), path: z.string(), stack: z.string() })),
    exports: z.array(z.string()).default([]),
    functions: z.array(z.string()).default([]),
    options: z.unknown().optional(),
    error: z.object({ message: z.string(), stack: z.string(), isImport: z.boolean() }).optional(),
});
/**
 * Evaluates a k6 script in isolation and takes its options; its functions are never called.
 *
 * A file or module that the script asks for is read by us, inside its folder only, and the script is run again with it.
 * @throws ProblemError
 */
export async function evaluateScript(file, env, limits = standardLimits) {
    const text = readInput(file, scriptLimits.sourceBytes).toString('utf8');
    const modules = await ScriptModules.of(file, text);
    const opened = new OpenedFiles(file);
    opened.openAhead(modules);
    const signal = AbortSignal.timeout(limits.timeSeconds * 1000);
    const runOnce = async () => {
        const data = { env, links: modules.links, modules: modules.list, files: opened.index };
        const task = { thread: { code: sandboxCode }, data, payload: opened.chunks, isSealed: true };
        const outcome = await runConfined(task, limits, signal);
        if (outcome.kind === 'result')
            return readResult(file, outcome.text);
        throw endedProblem(file, outcome.kind, limits);
    };
    // Each run ends with all that it lacked read, or known not to be there.
    for (let wantCount = -1;;) {
        const result = await runOnce();
        for (const { key, stack } of result.missingFiles)
            opened.open(key, modules.placeOf(stack));
        for (const { from, path, stack } of result.missingModules)
            await modules.link(from, path, stack);
        const count = opened.index.length + Object.keys(modules.links).length;
        if (count > wantCount && result.missingFiles.length + result.missingModules.length > 0) {
            wantCount = count;
            continue;
        }
        if (result.error !== undefined)
            throw thrownProblem(modules, result.error);
        return { options: result.options, exportNames: result.exports, functionNames: result.functions, text };
    }
}
/** The files that the script opens, one after the other in one list of bytes. */
class OpenedFiles {
    index = [];
    #file;
    #folder;
    chunks = [];
    #byteCount = 0;
    constructor(file) {
        this.#file = file;
        this.#folder = folderOf(file);
    }
    /** What the texts name is read before the first run; whether it is ever asked for decides nothing. */
    openAhead({ list }) {
        for (const { kind, text } of list) {
            if (kind !== 'code')
                continue;
            for (const [, name, mode] of text.matchAll(/\bopen\(("(?:[^"\\]|\\.)*")(?:, ("b"))?\)/g)) {
                try {
                    this.open(`${mode === undefined ? 't' : 'b'}:${readText(name) ?? ''}`);
                }
                catch {
                    // If the script asks for it, it is opened again.
                }
            }
        }
    }
    /** A file that is not there is left out: k6 lets the script throw, and so do we. @throws ProblemError */
    open(key, where = { file: this.#file }) {
        if (this.index.some((one) => one.key === key))
            return;
        const name = key.slice(2).replace(/^file:\/\//, '');
        if (/^[a-z]+:\/\//i.test(name))
            throw outside(where, name, 'is an address, not a file');
        const found = findInside(this.#folder, resolve(this.#folder, name));
        if (found.kind === 'outside')
            throw outside(where, name, 'lies outside the folder of the script');
        if (found.kind !== 'file')
            return;
        const bytes = readFound(found, join(dirname(this.#file), name), scriptLimits.openedBytes);
        this.#byteCount += bytes.length;
        if (this.#byteCount > scriptLimits.openedTotalBytes) {
            throw tooMuch(where, `opens files of more than ${scriptLimits.openedTotalBytes} bytes together`);
        }
        if (this.index.length >= scriptLimits.openedCount) {
            throw tooMuch(where, `opens more than ${scriptLimits.openedCount} files`);
        }
        this.index.push({ key, length: bytes.length });
        this.chunks.push(bytes);
    }
}
function outside(where, name, what) {
    const { why } = importWords['outside-folder'];
    const fix = 'put the file beside the script.';
    return new ProblemError([{ code: 'outside-folder', where, what: `opens "${name}", which ${what}`, why, fix }]);
}
function tooMuch(where, what) {
    const why = 'Each of them is read before the options are known.';
    const fix = 'keep the options in a script of their own.';
    return new ProblemError([{ code: 'too-many-files', where, what, why, fix }]);
}
/** The script may have changed what its sandbox is made of, and then it gives back anything. */
function readResult(file, text) {
    try {
        return resultSchema.parse(JSON.parse(text));
    }
    catch {
        throw inputProblem(file, {
            code: 'script-throws',
            what: 'changes the language itself: its options cannot be read',
            why: 'Without them there is no load.',
            fix: 'leave Object, Array and JSON as they are.',
        });
    }
}
function thrownProblem(modules, error) {
    const text = error.message.replace(/\s+/g, ' ').slice(0, 300);
    const words = error.isImport
        ? { code: 'cannot-import', what: text.replace(/^Error: /, ''), ...importWords['cannot-import'] }
        : {
            code: 'script-throws',
            what: `throws while it is loaded: ${text}`,
            why: 'k6 would not start, either; the options are known only after the whole file has been evaluated.',
            fix: 'fix the script; what it takes from the environment is given with --env KEY=VALUE.',
        };
    return new ProblemError([{ ...words, where: modules.placeOf(error.stack) }]);
}
function endedProblem(file, kind, { timeSeconds, heapMegabytes, resultBytes }) {
    const endings = {
        'too-long': {
            what: `does not come to an end while it is loaded: the time limit is ${timeSeconds} s`,
            fix: 'look for a loop outside its functions.',
        },
        'too-much-memory': {
            what: `takes too much memory while it is loaded: the limit is ${heapMegabytes} MB`,
            fix: 'make less data outside its functions.',
        },
        'too-large': {
            what: `exports options of more than ${resultBytes} bytes`,
            fix: 'export the options alone.',
        },
        ended: { what: 'ended its own thread while it was loaded', fix: 'keep such code inside its functions.' },
    };
    const why = 'The options are known only after the whole file has been evaluated.';
    return inputProblem(file, { code: `script-${kind}`, ...endings[kind], why });
}
