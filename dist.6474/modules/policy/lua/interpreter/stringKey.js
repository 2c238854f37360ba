import { createHash } from 'node:crypto';
import { loadFengari } from './loadFengari.js';
import { owe } from './owe.js';
const lstring = loadFengari('lstring.js');
const { latin1Slice } = Buffer.prototype;
/**
 * Bytes from which on a digest stands for the text: V8 takes the length as the hash of a long one, so that many of the same
 * length would be compared with each other, byte by byte, at every use; and a key would hold the text a second time.
 */
const digestedBytes = 1_024;
const digestedPerInstruction = 8;
/**
 * A Lua string as a key of JavaScript maps: one character a byte, so that equal bytes are equal keys.
 *
 * fengari writes the bytes as hexadecimal digits without leading zeros: "\n1" and "\xa31" are one key there.
 */
export function stringKey(text) {
    text.hash ??= bytesKey(text.realstring);
    return text.hash;
}
function bytesKey(bytes) {
    if (bytes.length < digestedBytes)
        return latin1Slice.call(bytes, 0, bytes.length);
    owe(bytes.length / digestedPerInstruction);
    // The first character is no byte: no short text has such a key.
    return `\u0100${createHash('sha256').update(bytes).digest('base64')}`;
}
lstring.luaS_hashlongstr = stringKey;
lstring.luaS_hash = bytesKey;
