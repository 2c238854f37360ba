import { owe } from '../owe.js';
/** Making a table or a function, beside the instruction that does it. */
const newObject = 8;
/** A text is read as a number, or a number written as text, inside of an operation. */
const conversion = 10;
/** Bytes of native code's work (comparing, copying, searching) that take as long as one instruction of Lua. */
const bytesPerInstruction = 16;
/** Charges for reading a text as a number: one as long as memory allows is read in one instruction. */
function oweReading(length) {
    owe(conversion + length);
}
/** Charges for comparing two texts. */
function oweComparing(left, right) {
    if (left > 255 && right > 255)
        owe(Math.min(left, right) / bytesPerInstruction);
}
/** Single instructions that do the work of many: they copy, compare or convert as much as the policy gives them. */
export const operationCosts = {
    file: 'lvm.js',
    edits: [
        {
            find: 'let buff = new Uint8Array(tl);',
            replace: 'L.l_G.guard?.checkLength(L, tl); let buff = new Uint8Array(tl);',
        },
        { find: 'ldo.luaD_checkstack(L, n);', replace: 'ldo.luaD_checkstack(L, n); L.l_G.guard?.charge(L, 6 * n);' },
        {
            find: 'if (n === 0) n = L.top - ra - 1;',
            replace: 'if (n === 0) { n = L.top - ra - 1; L.l_G.guard?.charge(L, 4 * n); }',
        },
        { find: 'for (let j = 0; j <= i.B; j++)', replace: 'owe(i.B / 4); for (let j = 0; j <= i.B; j++)' },
        { find: "t = tm;  /* else try to access 'tm[key]' */", replace: 't = tm; owe(3);' },
        { find: "t = tm;  /* else repeat assignment over 'tm' */", replace: 't = tm; owe(3);' },
        {
            find: 'let ncl = new lobject.LClosure(L, nup);',
            replace: 'owe(newObject + nup); let ncl = new lobject.LClosure(L, nup);',
        },
        {
            find: 'const cvt2num = function(o) {\n    return o.ttisstring();',
            replace: 'const cvt2num = function(o) {\n    if (!o.ttisstring()) return false; oweReading(o.vslen()); return true;',
        },
        {
            find: `const l_strcmp = function(ls, rs) {
    let l = luaS_hashlongstr(ls);
    let r = luaS_hashlongstr(rs);`,
            replace: `const l_strcmp = function(ls, rs) {
    oweComparing(ls.realstring.length, rs.realstring.length);
    let l = compareBytes(ls.realstring, rs.realstring);
    let r = 0;`,
        },
        {
            find: 'return luaS_eqlngstr(t1.tsvalue(), t2.tsvalue()) ? 1 : 0;',
            replace: 'oweComparing(t1.vslen(), t2.vslen()); return luaS_eqlngstr(t1.tsvalue(), t2.tsvalue()) ? 1 : 0;',
        },
    ],
    names: { compareBytes: Buffer.compare, newObject, owe, oweComparing, oweReading },
};
