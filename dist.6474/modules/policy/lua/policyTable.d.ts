import { PolicyFault } from '../policy.js';
import type { LuaProgram } from './luaProgram.js';
/** What a decide-style file returned, beside its function. */
export interface PolicyTable {
    readonly name: unknown;
    readonly every: unknown;
    /** By name, unchecked. */
    readonly params: unknown;
    /** Parameters whose default is written as a float: they stay floats. */
    readonly floatNames: ReadonlySet<string>;
}
/**
 * Reads what the file returned, the first value on its thread's stack, and leaves `decide` on top of it.
 *
 * @throws PolicyFault of kind `load` where that is no table with a function `decide`
 */
export declare function readPolicyTable({ thread }: LuaProgram, fileName: string): PolicyTable;
interface NamedCode {
    readonly fileName: string;
    readonly code: string;
}
/** What to tell the author of a file that returned nothing. */
export declare function nothingReturned(program: LuaProgram, { fileName, code }: NamedCode): PolicyFault;
/** Whether the file left a global function `decide`. */
export declare function hasGlobalDecide(program: LuaProgram): boolean;
export {};
