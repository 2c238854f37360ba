import { loadFengari } from './interpreter/loadFengari.js';
const defs = loadFengari('defs.js');
const cache = new Map();
/** Between the strings of JavaScript and of Lua, which are bytes in UTF-8. */
export const luaText = {
    bytes: (text) => defs.to_luastring(text),
    /** Bytes that are no UTF-8 become U+FFFD. */
    read: (bytes) => defs.to_jsstring(bytes, 0, bytes.length, true),
    /** For names that are used again and again, such as field names; never for what a policy makes. */
    key(name) {
        let bytes = cache.get(name);
        if (bytes === undefined) {
            bytes = defs.to_luastring(name);
            cache.set(name, bytes);
        }
        return bytes;
    },
};
