import { type LuaState } from '../fengariApi.js';
import type { LuaRun } from '../luaRun.js';
/**
 * Guards coroutines; expects their library on top of the stack.
 *
 * A sleep in an inner coroutine must make the whole script wait. It yields a private token, and resume passes the token
 * outwards instead of showing it to the policy:
 *
 *     script --resume--> inner: sleep(60) --token--> resume --token--> host
 *     ... 60 virtual seconds ...            host --> resume --> inner goes on
 *
 * test/policy/lua/scriptRunner.test.ts: "sleeps inside a coroutine of the script's own".
 */
export declare function guardCoroutines(L: LuaState, run: LuaRun): void;
