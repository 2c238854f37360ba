import { fengari } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import { checkText, pushLibrary, raise, setFunctions } from '../../luaLibrary.js';
import { pushCount, pushValue, setField } from '../../luaValue.js';
import { setRefusedFunctions } from '../refusedApi.js';
import { pushClients } from './clients.js';
import { pushBackends } from './proxies.js';
import { pushQueue, waitForAlarm } from './queue.js';
import { refusedFunctions } from './refused.js';
import { taskFunctions } from './tasks.js';
const { lua, lauxlib } = fengari;
/** `core.info` is 6: the levels of syslog. */
const levels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];
const shortcuts = {
    Debug: 'debug',
    Info: 'info',
    Warning: 'warning',
    Alert: 'alert',
};
/** Pushes `core`, the API of HAProxy in virtual time: https://docs.haproxy.org, doc/lua-api/index.rst, "Core class". */
export function pushCore(L, run) {
    pushLibrary(L, { ...taskFunctions(run), ...logFunctions(run), ...otherFunctions(run) });
    for (const [index, name] of levels.entries())
        setField(L, name, () => pushCount(L, index));
    setField(L, 'silent', () => pushCount(L, -1));
    setField(L, 'thread', () => pushCount(L, run.worker.id + 1));
    pushClients(L, run);
    setRefusedFunctions(L, 'core', refusedFunctions);
    setLiveFields(L, run);
}
function logFunctions(run) {
    const write = (L, level, text) => {
        const line = `[${level}] ${text}`;
        run.guard.output(L, line.length + 1);
        run.log(line);
        return 0;
    };
    return {
        log(L) {
            const level = levels[lauxlib.luaL_checkinteger(L, 1)];
            const text = checkText(L, 2);
            return write(L, level ?? raise(L, 'Invalid loglevel.'), text);
        },
        ...Object.fromEntries(Object.entries(shortcuts).map(([name, level]) => [name, (L) => write(L, level, checkText(L, 1))])),
    };
}
function otherFunctions(run) {
    return {
        now(L) {
            const microseconds = Math.round(run.clockSeconds * 1e6);
            lua.lua_createtable(L, 0, 2);
            setField(L, 'sec', () => pushCount(L, Math.floor(microseconds / 1e6)));
            setField(L, 'usec', () => pushCount(L, microseconds % 1e6));
            return 1;
        },
        get_info(L) {
            pushInfo(L, run);
            return 1;
        },
        queue(L) {
            pushQueue(L, run);
            return 1;
        },
        wait: waitForAlarm(run),
        tokenize: (L) => pushTokens(run, L),
    };
}
/** `core.backends` and `core.proxies` are looked up when they are read: a file that is being loaded has none yet. */
function setLiveFields(L, run) {
    pushLibrary(L, {});
    setFunctions(L, {
        __index(thread) {
            const name = lua.lua_type(thread, 2) === lua.LUA_TSTRING ? checkText(thread, 2) : '';
            if (name === 'frontends')
                raise(thread, 'core.frontends is not simulated: a service is a backend. Use core.backends');
            if (name !== 'backends' && name !== 'proxies')
                return 0;
            pushBackends(thread, run);
            return 1;
        },
    });
    lua.lua_setmetatable(L, -2);
}
/**
 * Pushes `core.get_info()`: of the fields of "show info" those that mean something here. Connections are those that
 * the policy's metrics show, as late as these are; without a sample they are absent.
 */
function pushInfo(L, run) {
    const { host } = run;
    const { in_flight: inFlight, queue_depth: queueDepth, request_rate: rate } = host.observe().metrics;
    host.noteMetricRead?.('in_flight');
    const counts = {
        Nbthread: run.worker.count,
        Process_num: 1,
        Pid: 8,
        Uptime_sec: Math.floor(run.nowSeconds),
        Tasks: run.threads.count,
        CurrConns: inFlight === undefined ? undefined : Math.round(inFlight + (queueDepth ?? 0)),
        SessRate: rate === undefined ? undefined : Math.round(rate),
    };
    lua.lua_createtable(L, 0, 9);
    setField(L, 'Name', () => pushValue(L, 'HAProxy'));
    setField(L, 'Version', () => pushValue(L, '3.2.0'));
    for (const [name, count] of Object.entries(counts))
        if (count !== undefined)
            setField(L, name, () => pushCount(L, count));
}
/** `core.tokenize(text, separators[, noblank])`: pushes the list of parts. Source: src/hlua_fcn.c, hlua_tokenize. */
function pushTokens(run, L) {
    const text = byteText.read(lauxlib.luaL_checkstring(L, 1));
    const separators = new Set(byteText.read(lauxlib.luaL_checkstring(L, 2)));
    const isNoBlank = lua.lua_toboolean(L, 3);
    run.guard.charge(L, 1 + text.length);
    const parts = [];
    let begin = 0;
    for (let at = 0; at <= text.length; at++) {
        if (at < text.length && !separators.has(text[at]))
            continue;
        if (!isNoBlank || at > begin)
            parts.push(text.slice(begin, at));
        begin = at + 1;
    }
    lua.lua_createtable(L, parts.length, 0);
    for (const [index, part] of parts.entries()) {
        const bytes = byteText.bytes(part);
        lua.lua_pushlstring(L, bytes, bytes.length);
        lua.lua_rawseti(L, -2, index + 1);
    }
    return 1;
}
