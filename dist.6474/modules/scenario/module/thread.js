import { createRequire, isBuiltin } from 'node:module';
import { compileFunction } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, plainData } from './plainData.js';
import { sameEveryTime } from './sameEveryTime.js';
/** Evaluates a module that somebody wrote and says what it exports. Runs in a process of its own: see `runConfined`. */
function answerOf({ code, frameName }) {
    const asked = [];
    const restart = sameEveryTime(frameName, asked);
    // What the module leaves behind, a promise that is rejected or a timer that throws, does not change what it exports.
    process.on('unhandledRejection', () => { });
    process.on('uncaughtException', () => { });
    const evaluate = compileModule(code, frameName);
    try {
        const first = evaluate();
        restart();
        const otherJson = first.data?.notData.length === 0 ? otherJsonOf(evaluate, first.data.json) : undefined;
        return { ...first, ...(otherJson === undefined ? {} : { otherJson }), asked };
    }
    catch (thrown) {
        return { error: { message: messageOf(thrown), stack: stackOf(thrown) }, exportNames: [], asked };
    }
}
const { ownKeys } = Reflect;
/** Undefined when a second evaluation gives the same, or does not end well: the language may be another by now. */
function otherJsonOf(evaluate, json) {
    try {
        const again = evaluate().data?.json ?? 'null';
        return again === json ? undefined : again;
    }
    catch {
        return undefined;
    }
}
function compileModule(code, frameName) {
    const builtin = createRequire(import.meta.url);
    const requireBuiltin = (id) => {
        if (isBuiltin(id))
            return builtin(id);
        throw new Error(`cannot import "${id}": it was not found beside the scenario`);
    };
    return () => {
        // In a function of its own, so that it may declare these names anew.
        const run = compileFunction(`(() => {${code}\n})();`, ['module', 'exports', 'require'], { filename: frameName });
        const module = { exports: {} };
        run(module, module.exports, requireBuiltin);
        const { exports } = module;
        const isObject = (typeof exports === 'object' || typeof exports === 'function') && exports !== null;
        if (!isObject)
            return { exportNames: [] };
        const exportNames = namesOf(exports);
        return 'default' in exports ? { exportNames, data: plainData(exports.default) } : { exportNames };
    };
}
/** By index: lists may have other methods by now. */
function namesOf(exports) {
    const keys = ownKeys(exports);
    const names = [];
    for (let index = 0; index < keys.length; index++) {
        const key = keys[index];
        if (typeof key === 'string')
            names[names.length] = key;
    }
    return names;
}
function stackOf(thrown) {
    try {
        return String(Reflect.get(Object(thrown), 'stack')).slice(0, 10_000);
    }
    catch {
        return '';
    }
}
const toJson = JSON.stringify;
parentPort?.postMessage(toJson(answerOf(workerData.data)));
