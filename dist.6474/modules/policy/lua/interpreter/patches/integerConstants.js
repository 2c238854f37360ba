import * as arithmetic from '../../integers/arithmetic.js';
import { power } from '../../integers/arithmetic.js';
import * as bits from '../../integers/bits.js';
import { readInteger } from '../../integers/readInteger.js';
/** Integers of 64 bits where texts are read and where constants are folded. */
export const integerConstants = {
    file: 'lobject.js',
    edits: [
        {
            find: 'const l_str2int = function(s) {',
            replace: 'const l_str2int = readInteger;\nconst read32 = function(s) {',
        },
        { find: 'return (v1 + v2)|0;', replace: 'return add(v1, v2);' },
        { find: 'return (v1 - v2)|0;', replace: 'return subtract(v1, v2);' },
        { find: 'return lvm.luaV_imul(v1, v2);', replace: 'return multiply(v1, v2);' },
        { find: 'return (v1 & v2);', replace: 'return and(v1, v2);' },
        { find: 'return (v1 | v2);', replace: 'return or(v1, v2);' },
        { find: 'return (v1 ^ v2);', replace: 'return xor(v1, v2);' },
        { find: 'return (0 - v1)|0;', replace: 'return negate(v1);' },
        { find: 'return (~0 ^ v1);', replace: 'return complement(v1);' },
        { find: 'return Math.pow(v1, v2);', replace: 'return power(v1, v2);' },
    ],
    names: { ...arithmetic, ...bits, power, readInteger },
};
