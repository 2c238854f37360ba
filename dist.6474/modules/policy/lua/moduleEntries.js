import { fengari } from './fengariApi.js';
import { luaText } from './luaText.js';
import { readField } from './luaValue.js';
const { lua } = fengari;
/** What nginx calls of a module when a worker starts, in its order. */
const entryNames = ['init', 'init_worker'];
/** What OpenResty and APISIX call while they serve a request, or never while they run. */
const requestNames = [
    'rewrite',
    'access',
    'before_proxy',
    'balancer',
    'header_filter',
    'body_filter',
    'delayed_body_filter',
    'log',
    'preread',
    'certificate',
    'api',
    'control_api',
    'destroy',
];
/**
 * Whether a main chunk that has ended goes on by itself: it started threads, or returned a module (the first value on
 * its stack) that is entered by `init` or `init_worker`. One that returned `decide` is asked instead.
 * @throws PolicyFault when it is to be asked and has started threads too
 */
export function goesOn({ thread, run }) {
    const isTable = lua.lua_type(thread, 1) === lua.LUA_TTABLE;
    const isAsked = isTable && hasFunction(thread, 'decide');
    if (isAsked && run.threads.count > 0) {
        const what = 'returns decide and starts timers or tasks too';
        const fix = 'A policy is asked, or runs by its own timers: keep one.';
        throw run.guard.end(run.guard.makeFault('load', `${run.guard.fileName}: ${what}. ${fix}`));
    }
    if (isAsked)
        return false;
    return run.threads.count > 0 || (isTable && entryNames.some((name) => hasFunction(thread, name)));
}
/**
 * Enters the module that a script returned (the first value on its stack): `init`, then `init_worker`, without arguments,
 * as nginx.conf's `require("module").init_worker()`. A plugin of APISIX has an `init` that APISIX calls when a worker
 * starts: apisix/plugin.lua, load_plugin.
 */
export function enterModule(L, run) {
    if (lua.lua_type(L, 1) !== lua.LUA_TTABLE)
        return;
    const isPlugin = readField(L, 1, 'priority') !== undefined && readField(L, 1, 'version') !== undefined;
    for (const name of entryNames.filter((entry) => hasFunction(L, entry))) {
        pushField(L, name);
        const phase = isPlugin ? 'init_worker' : name;
        run.threads.add(L, { argumentCount: 0, task: { phase }, wakeSeconds: run.nowSeconds });
    }
    const uncalled = requestNames.filter((name) => hasFunction(L, name));
    if (uncalled.length === 0)
        return;
    run.note(`Nothing calls ${uncalled.join(', ')} of the returned module: that is for requests, and a policy serves none.`);
}
function pushField(L, name) {
    lua.lua_pushstring(L, luaText.key(name));
    return lua.lua_rawget(L, 1);
}
function hasFunction(L, name) {
    const type = pushField(L, name);
    lua.lua_pop(L, 1);
    return type === lua.LUA_TFUNCTION;
}
