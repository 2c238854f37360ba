/**
 * Pushes `ngx.shared`: a dictionary for any name, since nginx.conf, which declares them, is not read.
 *
 * All controllers of one gateway share them where their host says so (`PolicyHost.sharedData`).
 */
export declare const pushShared: import("../luaHost.js").PushValue;
