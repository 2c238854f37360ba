import type { LuaRun } from '../../luaRun.js';
/**
 * An error that ends a timer or a light thread and nothing else: OpenResty writes it to error.log and goes on, so people
 * find out late. Once for each line it comes from.
 */
export declare function noteThreadError(run: LuaRun, kind: 'timer' | 'light thread', error: string): void;
