import { floatToInteger, maxInteger, minInteger } from '../../integers/integer.js';
import { readRadix } from '../../integers/readInteger.js';
/** Changes of a word or a number each. */
export const smallFixes = [
    // Lua shows the last 60 characters of a longer file name, after "...": an error then stands at no file anybody can find,
    // and dryscale, which looks for its own file's name, would put the place before it a second time.
    {
        file: 'lobject.js',
        edits: [{ find: 'if (l <= bufflen) {  /* small enough? */', replace: 'if (true) {' }],
    },
    // fengari reads its configuration from an environment variable; a policy runs alike everywhere.
    {
        file: 'luaconf.js',
        edits: [{ find: 'const conf = (', replace: 'const conf = {} || (' }],
    },
    // string.format is dryscale's own (`format/`): what fengari's is made of is not loaded.
    {
        file: 'lstrlib.js',
        edits: [
            { find: "const { sprintf } = require('sprintf-js');\n", replace: '' },
            { find: '    "format":   str_format,\n', replace: '' },
        ],
    },
    // The sentence of real Lua, which is what people find when they look for it.
    {
        file: 'ldo.js',
        edits: [
            { find: 'attempt to yield across a JS-call boundary', replace: 'attempt to yield across a C-call boundary' },
        ],
    },
    // math.maxinteger and math.mininteger.
    {
        file: 'lmathlib.js',
        edits: [
            { find: 'lua_pushinteger(L, LUA_MAXINTEGER);', replace: 'lua_pushinteger(L, maxInteger);' },
            { find: 'lua_pushinteger(L, LUA_MININTEGER);', replace: 'lua_pushinteger(L, minInteger);' },
        ],
        names: { maxInteger, minInteger },
    },
    // Which floats are integers. The bounds are floats: fengari's libraries calculate with them.
    {
        file: 'luaconf.js',
        edits: [
            { find: 'const LUA_MAXINTEGER = 2147483647;', replace: 'const LUA_MAXINTEGER = 2 ** 63;' },
            { find: 'const LUA_MININTEGER = -2147483648;', replace: 'const LUA_MININTEGER = -(2 ** 63);' },
            {
                find: 'const lua_numbertointeger = function(n) {',
                replace: 'const lua_numbertointeger = floatToInteger;\nconst numberTo32 = function(n) {',
            },
        ],
        names: { floatToInteger },
    },
    // fengari reads the beginning of a text that is no number in a base, and 32 bits of one that is.
    {
        file: 'lbaselib.js',
        edits: [
            {
                find: 'const b_str2int = function(s, base) {',
                replace: 'const b_str2int = readRadix;\nconst read32 = function(s, base) {',
            },
        ],
        names: { readRadix },
    },
];
