import { loadFengari } from './interpreter/loadFengari.js';
import './interpreter/stringKey.js';
// lstring.js first: it loads defs.js, which luaconf.js and it require of each other, in fengari's own order.
const lstring = loadFengari('lstring.js');
const luaconf = loadFengari('luaconf.js');
/**
 * fengari has no allocator hook, so the makers of its strings are wrapped. Its other modules copy these functions when
 * they load: this module must run before any of them, which `fengariApi.ts` sees to.
 */
/** Slots of one thread's stack; a recursion ends here with Lua's own "stack overflow" instead of with gigabytes. */
const stackLimitSlots = 200_000;
const { luaS_bless: bless, luaS_new: copy } = lstring;
luaconf.LUAI_MAXSTACK = stackLimitSlots;
lstring.luaS_bless = (L, text) => {
    L.l_G.guard?.string(L, text.length);
    return bless(L, text);
};
// A `function`, not an arrow: fengari calls it with `new`, which an arrow refuses, and then newstate returns null.
// biome-ignore lint/complexity/useArrowFunction: see the line above.
lstring.luaS_new = function (L, text) {
    L.l_G.guard?.string(L, text.length);
    // fengari copies with Uint8Array.from, which takes ten times as long.
    return text instanceof Uint8Array ? bless(L, text.slice()) : copy(L, text);
};
