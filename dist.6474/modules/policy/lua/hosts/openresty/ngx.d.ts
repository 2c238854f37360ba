/** Pushes `ngx`, the API of OpenResty in virtual time; one table for all who ask. */
export declare const pushNgx: import("../luaHost.js").PushValue;
