import type { LuaString } from 'fengari/src/lstring.js';
import { loadFengari } from './loadFengari.js';

const lstring = loadFengari('lstring.js');
const { latin1Slice } = Buffer.prototype;

/**
 * A Lua string as a key of JavaScript maps: one character a byte, so that equal bytes are equal keys and `<` is the order
 * of the bytes.
 *
 * fengari writes the bytes as hexadecimal digits without leading zeros: "\n1" and "\xa31" are one key there, and control
 * characters come after letters. It compares strings by these keys too.
 */
export function stringKey(text: LuaString): string {
  text.hash ??= bytesKey(text.realstring);
  return text.hash;
}

function bytesKey(bytes: Uint8Array): string {
  return latin1Slice.call(bytes, 0, bytes.length);
}

lstring.luaS_hashlongstr = stringKey;
lstring.luaS_hash = bytesKey;
