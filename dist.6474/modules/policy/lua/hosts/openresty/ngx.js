import { fengari } from '../../fengariApi.js';
import { pushLibrary, raise, setFunctions } from '../../luaLibrary.js';
import { luaText } from '../../luaText.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';
import { pushNull } from '../nullValue.js';
import { pushOnce } from '../pushOnce.js';
import { pushRefusedTable, setRefusedFunctions } from '../refusedApi.js';
import { clockFunctions } from './clock.js';
import { statusConstants } from './constants.js';
import { levelConstants, log, writeLog } from './log.js';
import { checkMayWait, phaseOf } from './phases.js';
import { refusedFunctions, refusedTables } from './refused.js';
import { pushRe } from './regex.js';
import { pushShared } from './sharedLibrary.js';
import { sleep } from './sleep.js';
import { textFunctions } from './text.js';
import { threadFunctions } from './thread.js';
import { timerFunctions } from './timer.js';
const { lua, lauxlib } = fengari;
/** Of nginx 1.27.1 with ngx_lua 0.10.28, in their own way of counting. */
const versions = { nginx_version: 1_027_001, ngx_lua_version: 10_028 };
/** Pushes `ngx`, the API of OpenResty in virtual time; one table for all who ask. */
export const pushNgx = pushOnce(makeNgx);
function makeNgx(L, run) {
    pushLibrary(L, { ...clockFunctions(run), ...textFunctions(run), ...mainFunctions(run) });
    for (const [name, value] of Object.entries({ ...levelConstants, ...statusConstants })) {
        setField(L, name, () => pushCount(L, value));
    }
    setField(L, 'null', () => pushNull(L));
    setField(L, 'timer', () => pushLibrary(L, timerFunctions(run)));
    setField(L, 'thread', () => pushLibrary(L, threadFunctions(run)));
    setField(L, 're', () => pushRe(L, run));
    setField(L, 'shared', () => pushShared(L, run));
    setField(L, 'worker', () => pushWorker(L, run));
    setField(L, 'config', () => pushConfig(L));
    setRefusedFunctions(L, 'ngx', refusedFunctions);
    for (const [name, instead] of Object.entries(refusedTables)) {
        setField(L, name, () => pushRefusedTable(L, `ngx.${name}`, instead));
    }
}
function mainFunctions(run) {
    return {
        log: log(run),
        say: output(run, 'ngx.say'),
        print: output(run, 'ngx.print'),
        sleep: sleep(run),
        get_phase: (L) => {
            lua.lua_pushstring(L, luaText.key(phaseOf(run)));
            return 1;
        },
        exit: (L) => {
            lauxlib.luaL_checknumber(L, 1);
            const { current } = run.threads;
            if (current === undefined)
                raise(L, 'ngx.exit is not simulated in a decision: return from it');
            checkMayWait(L, run, 'ngx.exit');
            current.isLeaving = true;
            return run.park(L, Number.POSITIVE_INFINITY, () => 0);
        },
    };
}
/** What would go to a client: under the command `resty` to the terminal, so to the policy's log; in a timer nowhere. */
function output(run, name) {
    return (L) => {
        if (run.threads.current?.task.phase === 'timer')
            raise(L, `API disabled in the context of ngx.timer (${name}): use ngx.log`);
        writeLog(L, run, 'say', 1);
        lua.lua_pushinteger(L, 1);
        return 1;
    };
}
function pushWorker(L, run) {
    const { id, count } = run.worker;
    // Processes have no numbers here: those of a small container, the master first.
    const pid = (index) => 7 + index;
    const number = (value) => {
        return (thread) => {
            pushCount(thread, value);
            return 1;
        };
    };
    pushLibrary(L, {
        id: number(id),
        count: number(count),
        pid: number(pid(id)),
        pids(thread) {
            lua.lua_createtable(thread, count, 0);
            for (let index = 0; index < count; index++) {
                pushCount(thread, pid(index));
                lua.lua_rawseti(thread, -2, index + 1);
            }
            return 1;
        },
        exiting(thread) {
            lua.lua_pushboolean(thread, false);
            return 1;
        },
    });
}
function pushConfig(L) {
    const text = (value) => {
        return (thread) => {
            lua.lua_pushstring(thread, luaText.bytes(value));
            return 1;
        };
    };
    lua.lua_createtable(L, 0, 6);
    setField(L, 'subsystem', () => pushValue(L, 'http'));
    setField(L, 'debug', () => pushValue(L, false));
    for (const [name, value] of Object.entries(versions))
        setField(L, name, () => pushCount(L, value));
    setFunctions(L, { prefix: text('/usr/local/openresty/nginx/'), nginx_configure: text('') });
}
