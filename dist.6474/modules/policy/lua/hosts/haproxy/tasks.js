import { fengari } from '../../fengariApi.js';
import { raise } from '../../luaLibrary.js';
const { lua, lauxlib } = fengari;
/** What HAProxy would call while it handles traffic. */
const registrations = ['action', 'fetches', 'converters', 'filter', 'service', 'cli'];
const argumentLimitCount = 4;
/**
 * Tasks of HAProxy and how they wait. Source: doc/lua-api/index.rst and src/hlua.c, hlua_register_task.
 *
 * The file is the body context, where nothing waits; then the functions of register_init run, then the tasks.
 */
export function taskFunctions(run) {
    const task = { phase: 'task', onError: (error) => noteTaskError(run, error) };
    const wait = (name, secondsOf) => {
        return (L) => {
            checkIsTask(L, run, name);
            return run.wait(L, secondsOf(L), () => 0);
        };
    };
    return {
        register_task(L) {
            const count = lua.lua_gettop(L);
            if (count < 1)
                raise(L, 'register_task: <func> argument is required');
            if (count > 1 + argumentLimitCount)
                raise(L, 'register_task: no more that 4 optional arguments may be provided');
            lauxlib.luaL_checktype(L, 1, lua.LUA_TFUNCTION);
            run.threads.add(L, { argumentCount: count - 1, task, wakeSeconds: run.nowSeconds });
            return 0;
        },
        register_init(L) {
            lauxlib.luaL_checktype(L, 1, lua.LUA_TFUNCTION);
            if (!isBody(run))
                raise(L, 'register_init: not available outside of body context');
            lua.lua_settop(L, 1);
            const init = { argumentCount: 0, task: { phase: 'init' }, wakeSeconds: run.nowSeconds, isFirst: true };
            run.threads.add(L, init);
            return 0;
        },
        ...Object.fromEntries(registrations.map((name) => [`register_${name}`, registration(run, `core.register_${name}`)])),
        event_sub: registration(run, 'core.event_sub'),
        sleep: wait('core.sleep', (L) => lauxlib.luaL_checkinteger(L, 1)),
        msleep: wait('core.msleep', (L) => lauxlib.luaL_checkinteger(L, 1) / 1_000),
        yield: wait('core.yield', () => 0),
        set_nice: () => 0,
        done(L) {
            const { current } = run.threads;
            if (current === undefined || isBody(run))
                raise(L, 'core.done: return from the file instead');
            current.isLeaving = true;
            return run.park(L, Number.POSITIVE_INFINITY, () => 0);
        },
    };
}
/** Raises where HAProxy cannot wait: in the body of the file and in functions of register_init. */
export function checkIsTask(L, run, name) {
    const phase = run.threads.current?.task.phase ?? run.mode;
    if (phase === 'task' || phase === 'decide')
        return;
    raise(L, `${name} works in a task only: write core.register_task(function() ... end) around what waits`);
}
function isBody(run) {
    const phase = run.threads.current?.task.phase;
    return phase === undefined || phase === 'main';
}
/** Taken, and never called: there is no traffic in a policy. */
function registration(run, name) {
    return () => {
        run.note(`${name} is for traffic and events: here nothing calls what it registers. Tasks run.`);
        return 0;
    };
}
function noteTaskError(run, error) {
    run.log(`[alert] Lua task: runtime error: ${error}`);
    run.note(`${error} (at ${run.nowSeconds} s). This ends the task for good; HAProxy logs it and goes on without.`);
}
