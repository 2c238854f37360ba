import { type LuaFunction, type LuaState } from '../../fengariApi.js';
import type { LuaRun } from '../../luaRun.js';
export declare const levelConstants: Readonly<Record<string, number>>;
/** `ngx.log(level, ...)`: `[error] policy.lua:12: text`, as error.log without its date and process. All levels are kept. */
export declare function log(run: LuaRun): LuaFunction;
/** Logs the arguments from `first` on, joined. */
export declare function writeLog(L: LuaState, run: LuaRun, level: string, first: number): void;
