import { owe } from '../owe.js';
/** A call of a library function takes as long as this many instructions, before it does anything. */
const libraryCall = 12;
/** What making and leaving a frame takes beside its instruction; every register of it is made and thrown away. */
const luaCall = 4;
const registersPerInstruction = 4;
/** A yield and an error unwind JavaScript's stack. */
const unwinding = 200;
/** Calling a handler for an error takes as long as this many instructions; one that fails itself is called 200 levels deep. */
const handlerCall = 500;
/** Reading a word of Lua and making instructions of it. */
const word = 40;
/** Work of the interpreter that its count of instructions leaves out, charged where it is done. */
export const costs = [
    // What calls, yields and errors cost: fengari counts none of it.
    {
        file: 'ldo.js',
        edits: [
            { find: 'let n = f(L); /* do the actual call */', replace: 'owe(libraryCall); let n = f(L);' },
            {
                find: 'let fsize = p.maxstacksize;',
                replace: 'let fsize = p.maxstacksize; owe(luaCall + fsize / registersPerInstruction);',
            },
            { find: "/* Open a hole inside the stack at 'func' */", replace: 'owe((L.top - off) / 2);' },
            {
                find: 'const luaD_throw = function(L, errcode) {',
                replace: 'const luaD_throw = function(L, errcode) { owe(unwinding);',
            },
        ],
        names: { libraryCall, luaCall, owe, registersPerInstruction, unwinding },
    },
    // The end of a block whose variables live on in a function makes every register above it anew.
    {
        file: 'lfunc.js',
        edits: [
            {
                find: 'for (let i=level; i<L.top; i++) {',
                replace: 'owe((L.top - level) / 2); for (let i=level; i<L.top; i++) {',
            },
        ],
        names: { owe },
    },
    // A label takes each `goto` that waits for it off a list, and moves up all that stand behind it.
    {
        file: 'lparser.js',
        edits: [{ find: '/* remove goto from pending list */', replace: 'owe(gl.n - g);' }],
        names: { owe },
    },
    // What `xpcall` costs beside the protected call: its handler runs on top of all that failed.
    {
        file: 'ldebug.js',
        edits: [
            {
                find: 'if (L.errfunc !== 0) {  /* is there an error handling function? */',
                replace: 'if (L.errfunc !== 0) { owe(handlerCall);',
            },
        ],
        names: { handlerCall, owe },
    },
    // `error(message, level)` walks as many calls as it is told.
    {
        file: 'ldebug.js',
        edits: [
            {
                find: 'for (ci = L.ci; level > 0 && ci !== L.base_ci; ci = ci.previous)\n        level--;',
                replace: 'let asked = level; for (ci = L.ci; level > 0 && ci !== L.base_ci; ci = ci.previous)\n        level--; owe((asked - level) / 8);',
            },
        ],
        names: { owe },
    },
    // To name the function that got a wrong argument, all libraries and globals are searched, however many a policy has set.
    {
        file: 'lauxlib.js',
        edits: [
            { find: 'while (lua_next(L, -2)) {  /* for each pair in table */', replace: 'while (lua_next(L, -2)) { owe(8);' },
        ],
        names: { owe },
    },
    // The parser runs for as long as the text it is given.
    {
        file: 'llex.js',
        edits: [{ find: 'const luaX_next = function(ls) {', replace: 'const luaX_next = function(ls) { owe(word);' }],
        names: { owe, word },
    },
];
