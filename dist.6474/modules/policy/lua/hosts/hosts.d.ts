import type { LuaHost, PushValue } from './luaHost.js';
/** The one list of the hosts whose libraries are simulated. */
export declare const hosts: readonly LuaHost[];
/** All their modules, by the name that `require` takes. */
export declare const hostModules: Readonly<Record<string, PushValue>>;
/** The globals that a policy with this text may use. */
export declare function hostGlobals(code: string): readonly (readonly [string, PushValue])[];
/** What is to be added to Lua's own libraries for a policy with this text. */
export declare function hostAdditions(code: string): readonly PushValue[];
/** The name of the host without integers that a text is written for. */
export declare function doublesHost(code: string): string | undefined;
/** How a file for the hosts that a text is written for comes to run. */
export declare function hostEntries(code: string): readonly string[];
