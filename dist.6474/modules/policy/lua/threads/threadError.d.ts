import { type LuaState } from '../fengariApi.js';
/** The error object on top of a failed thread's stack as text that begins with the policy's file and line; pops it. */
export declare function takeThreadError(thread: LuaState, fileName: string): string;
