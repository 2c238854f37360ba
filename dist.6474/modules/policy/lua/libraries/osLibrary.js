import { fengari } from '../fengariApi.js';
import { checkText, pushLibrary, raise, refusal, setRefusals } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { parseSleep } from '../sleepText.js';
import { date, difftime, time } from './osDates.js';
const { lua } = fengari;
/** Pushes the `os` of a policy: virtual time, `execute` for sleeping, and nothing that leaves the simulation. */
export function pushOs(L, run) {
    pushLibrary(L, {
        time: time(run),
        clock: (thread) => {
            lua.lua_pushnumber(thread, run.nowSeconds);
            return 1;
        },
        date: date(run),
        difftime: difftime(run),
        getenv: getenv(run),
        execute: execute(run),
        exit: refusal('os.exit', 'end the script by returning from it'),
    });
    setRefusals(L, 'os');
}
/** Variables of `policyEnv`: a policy never sees those of the machine it is tried on. */
function getenv(run) {
    return (L) => {
        const name = checkText(L, 1);
        const { env = {} } = run.host;
        if (Object.hasOwn(env, name))
            lua.lua_pushstring(L, luaText.bytes(env[name]));
        else {
            lua.lua_pushnil(L);
            run.note(`os.getenv("${name.slice(0, 100)}") is nil here: set it under policyEnv: in the scenario.`);
        }
        return 1;
    };
}
function execute(run) {
    return (L) => {
        if (lua.lua_isnoneornil(L, 1)) {
            // C's system(NULL): is there a shell?
            lua.lua_pushboolean(L, false);
            return 1;
        }
        const command = checkText(L, 1);
        const seconds = parseSleep(command);
        if (seconds === undefined) {
            const text = JSON.stringify(command.slice(0, 100));
            raise(L, `os.execute(${text}) is not available in a policy: only os.execute("sleep N") is, which waits N simulated seconds`);
        }
        return run.wait(L, seconds, (thread) => {
            lua.lua_pushboolean(thread, true);
            lua.lua_pushstring(thread, luaText.key('exit'));
            lua.lua_pushinteger(thread, 0);
            return 3;
        });
    };
}
