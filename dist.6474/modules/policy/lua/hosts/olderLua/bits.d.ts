import { type LuaFunction, type LuaState } from '../../fengariApi.js';
/** An argument's lowest 32 bits, signed; a fraction is rounded half to even, as LuaJIT rounds. */
export declare function bitsAt(L: LuaState, argument: number): number;
export declare function unary(compute: (x: number) => number): LuaFunction;
/** Over all arguments; `bit` wants one at least, `bit32` begins with a value of its own. */
export declare function folded(combine: (a: number, b: number) => number, { first, isUnsigned }?: {
    readonly first?: number;
    readonly isUnsigned?: boolean;
}): LuaFunction;
