import type { SourcePatch } from '../sourcePatch.js';
/**
 * Integers of library functions, which are numbers of JavaScript: those beyond 2^53 are rounded where a library asks for one.
 * A library that must be exact asks for `lua_tointegerexact`.
 */
export declare const integerArguments: SourcePatch;
