import type { PushValue } from './luaHost.js';
/** Makes a value once in each policy's state: a global and the module of that name are the same table. */
export declare function pushOnce(push: PushValue): PushValue;
