import { type LuaState } from '../fengariApi.js';
export declare function pushNull(L: LuaState): void;
export declare function isNull(L: LuaState, index: number): boolean;
