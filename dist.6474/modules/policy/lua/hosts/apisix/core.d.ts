/** Pushes `apisix.core`; one table for all who ask. */
export declare const pushCore: import("../luaHost.js").PushValue;
