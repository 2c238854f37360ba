import type { LuaString } from 'fengari/src/lstring.js';
/**
 * A Lua string as a key of JavaScript maps: one character a byte, so that equal bytes are equal keys.
 *
 * fengari writes the bytes as hexadecimal digits without leading zeros: "\n1" and "\xa31" are one key there.
 */
export declare function stringKey(text: LuaString): string;
