import { fengari, openers } from './fengariApi.js';
import { doublesHost, hostAdditions, hostGlobals } from './hosts/hosts.js';
import { guardBase } from './libraries/baseLibrary.js';
import { charged } from './libraries/charged.js';
import { guardCoroutines } from './libraries/coroutineLibrary.js';
import { setIntegerMath } from './libraries/integerMath.js';
import { guardMath } from './libraries/mathLibrary.js';
import { pushOs } from './libraries/osLibrary.js';
import { setRequire } from './libraries/requireLibrary.js';
import { guardStrings } from './libraries/stringLibrary.js';
import { guardTables } from './libraries/tableLibrary.js';
import { pushRefusedLibrary, raise, wrapFunctions } from './luaLibrary.js';
import { luaText } from './luaText.js';
import { policyLine } from './policyLine.js';
const { lua, lauxlib } = fengari;
/** Instructions between two looks at the budget; about 50 million pass in a second with this hook. */
const hookInstructionCount = 1_000;
/**
 * A new Lua state with only what a policy may use, every part of it watched by `run.guard`.
 *
 * `code` is the policy's text: the globals of a host that it never names are not made. One state per run: what a policy does to its globals or to the string metatable ends with it. About 1 ms.
 */
export function createState(run, code) {
    const L = lua.lua_newstate();
    for (const [name, open] of Object.entries(openers)) {
        lauxlib.luaL_requiref(L, luaText.key(name), open, true);
        lua.lua_pop(L, 1);
    }
    guardLibraries(L, run);
    for (const name of ['io', 'debug']) {
        pushRefusedLibrary(L, name);
        lua.lua_setglobal(L, luaText.key(name));
    }
    const openOs = (thread) => {
        pushOs(thread, run);
        return 1;
    };
    lauxlib.luaL_requiref(L, luaText.key('os'), openOs, true);
    lua.lua_pop(L, 1);
    setRequire(L, run, referModules(L));
    for (const add of hostAdditions(code))
        add(L, run);
    for (const [name, push] of hostGlobals(code)) {
        push(L, run);
        lua.lua_setglobal(L, luaText.key(name));
    }
    noteWideIntegers(run, code);
    L.l_G.guard = run.guard;
    lua.lua_sethook(L, (thread) => run.guard.charge(thread, hookInstructionCount), lua.LUA_MASKCOUNT, hookInstructionCount);
    lua.lua_atnativeerror(L, (thread) => answerNativeError(thread, run));
    return L;
}
/** Says once where a policy calculates beyond what its host's numbers hold. */
function noteWideIntegers(run, code) {
    const host = doublesHost(code);
    if (host === undefined)
        return;
    const { guard } = run;
    guard.onWideInteger = (L) => {
        guard.onWideInteger = undefined;
        const place = policyLine(L, guard.fileName) ?? guard.fileName;
        run.note(`${place}: an integer passes 2^53: it is exact here, and rounded in ${host}, whose Lua has doubles only.`);
    };
}
function guardLibraries(L, run) {
    const guards = {
        _G: guardBase,
        coroutine: guardCoroutines,
        table: guardTables,
        string: guardStrings,
        math: each(setIntegerMath, guardMath),
        utf8: (state) => {
            const wrap = charged(run);
            wrapFunctions(state, { char: wrap, codepoint: wrap, len: wrap, offset: wrap });
        },
    };
    for (const [name, guard] of Object.entries(guards)) {
        lua.lua_getglobal(L, luaText.key(name));
        guard(L, run);
        lua.lua_pop(L, 1);
    }
}
function each(...guards) {
    return (L, run) => {
        for (const guard of guards)
            guard(L, run);
    };
}
/** Keeps the libraries under a reference of their own: `require` gives them even if the globals are overwritten. */
function referModules(L) {
    lua.lua_createtable(L, 0, 0);
    for (const name of [...Object.keys(openers), 'os']) {
        lua.lua_getglobal(L, luaText.key(name));
        lua.lua_setfield(L, -2, luaText.key(name));
    }
    return lauxlib.luaL_ref(L, lua.LUA_REGISTRYINDEX);
}
/**
 * What a JavaScript error means that reached the interpreter.
 *
 * fengari throws them for itself, where an argument is of no kind it knows: to the policy that is a Lua error like any
 * other. Running out of JavaScript's memory or stack ends the policy. Anything with a name of ours (a fault, a broken
 * invariant) passes unchanged.
 */
function answerNativeError(L, { guard }) {
    const thrown = lua.lua_touserdata(L, 1);
    const names = ['Error', 'RangeError', 'SyntaxError', 'TypeError'];
    if (thrown instanceof Error && !names.includes(thrown.name))
        throw guard.end(thrown);
    const text = `the Lua interpreter gave up: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    if (/call stack|allocation|string length/.test(text))
        guard.kill(L, 'memory', text, 'Hold or nest less.');
    return raise(L, text);
}
