import { type LuaState } from '../fengariApi.js';
/** Functions of `math` (on top of the stack) that give integers, on all 64 bits of them. */
export declare function setIntegerMath(L: LuaState): void;
