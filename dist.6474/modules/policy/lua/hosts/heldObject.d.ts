import { type LuaState } from '../fengariApi.js';
/** The object that the table at index 1 holds in its first place: what a method was called on. Raises `message` for all else. */
export declare function heldObject<Held>(L: LuaState, kind: abstract new (...args: never[]) => Held, message: string): Held;
