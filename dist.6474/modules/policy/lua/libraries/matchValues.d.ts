import { type LuaState } from '../fengariApi.js';
import { type LuaPattern } from '../luaPattern.js';
/** Where a pattern fits. */
export interface Match {
    readonly matcher: LuaPattern;
    readonly begin: number;
    readonly end: number;
}
/** Pushes the captures of a match, or the whole match when the pattern has none; returns how many. */
export declare function pushMatch(L: LuaState, subject: Uint8Array, { matcher, begin, end }: Match): number;
/** Pushes the captures of a match; returns how many. */
export declare function pushCaptures(L: LuaState, subject: Uint8Array, captures: LuaPattern['captures']): number;
/** Pushes a capture: its text, or its position from 1 when it is `()`. */
export declare function pushCapture(L: LuaState, subject: Uint8Array, { begin, length }: LuaPattern['captures'][number]): void;
