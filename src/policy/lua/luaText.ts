import { loadFengari } from './interpreter/loadFengari.js';

const defs = loadFengari('defs.js');
const cache = new Map<string, Uint8Array>();

/** Between the strings of JavaScript and of Lua, which are bytes in UTF-8. */
export const luaText = {
  bytes: (text: string): Uint8Array => defs.to_luastring(text),
  /** Bytes that are no UTF-8 become U+FFFD. */
  read: (bytes: Uint8Array): string => defs.to_jsstring(bytes, 0, bytes.length, true),
  /** One character a byte: for keys of JavaScript maps, which must tell all bytes apart. */
  latin1: (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'),
  fromLatin1: (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1')),
  /** For names that are used again and again, such as field names; never for what a policy makes. */
  key(name: string): Uint8Array {
    let bytes = cache.get(name);
    if (bytes === undefined) {
      bytes = defs.to_luastring(name);
      cache.set(name, bytes);
    }
    return bytes;
  },
};
