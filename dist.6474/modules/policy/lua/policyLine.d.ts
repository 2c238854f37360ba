import type { LuaState } from './fengariApi.js';
/**
 * The line of the innermost call of thread `L` that is written in the policy's own file; 0 when none is.
 *
 * Read from the frames as they stand, for it is asked at every thousandth instruction.
 */
export declare function policyLineNumber(L: LuaState): number;
/** `file.lua:12` of that line; undefined when there is none. */
export declare function policyLine(L: LuaState, fileName: string): string | undefined;
