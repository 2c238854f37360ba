import { type LuaState } from '../../fengariApi.js';
/** Pushes `ltn12`. */
export declare function pushLtn12(L: LuaState): void;
