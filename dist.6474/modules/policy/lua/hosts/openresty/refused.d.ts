import type { RefusedNames } from '../refusedApi.js';
/** Functions of `ngx` itself. Source of the names: lua-nginx-module's README, "Nginx API for Lua". */
export declare const refusedFunctions: RefusedNames;
/** Tables of `ngx` whose every field is refused. */
export declare const refusedTables: RefusedNames;
/** Modules that OpenResty brings and that make no sense here, or reach something that is not simulated. */
export declare const refusedModules: RefusedNames;
