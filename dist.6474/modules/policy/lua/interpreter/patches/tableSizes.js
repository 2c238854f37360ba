/** Constructors give a table its sizes, as in lvm.c: `#` of a list with holes depends on them. */
export const constructorSizes = {
    file: 'lvm.js',
    edits: [
        {
            find: 'L.stack[ra].sethvalue(ltable.luaH_new(L));',
            replace: `let h = ltable.luaH_new(L);
                L.stack[ra].sethvalue(h);
                if (i.B !== 0 || i.C !== 0) ltable.luaH_resize(h, fb2int(i.B), fb2int(i.C));`,
        },
        {
            find: 'let last = ((c - 1) * LFIELDS_PER_FLUSH) + n;',
            replace: `let last = ((c - 1) * LFIELDS_PER_FLUSH) + n;
                ltable.luaH_reserve(h, last);`,
        },
        {
            // A field that exists is written in place, without looking for it again.
            find: 'ltable.luaH_setfrom(L, h, key, val);',
            replace: `if (!slot.ttisnil()) {
                    slot.setfrom(val);
                    return;
                }
                ltable.luaH_setfrom(L, h, key, val);`,
        },
    ],
    names: { fb2int },
};
/** The same for functions of the host: `table.pack` and whatever else knows how many fields come. */
export const createdSizes = {
    file: 'lapi.js',
    edits: [
        {
            find: 'let t = new lobject.TValue(LUA_TTABLE, ltable.luaH_new(L));',
            replace: `let t = new lobject.TValue(LUA_TTABLE, ltable.luaH_new(L));
    if (narray > 0 || nrec > 0) ltable.luaH_resize(t.value, narray, nrec);`,
        },
    ],
};
/** luaO_fb2int of lobject.c, which fengari leaves out: a size in a byte, (1xxx) * 2^(eeeee - 1). */
function fb2int(byte) {
    return byte < 8 ? byte : ((byte & 7) + 8) * 2 ** ((byte >> 3) - 1);
}
