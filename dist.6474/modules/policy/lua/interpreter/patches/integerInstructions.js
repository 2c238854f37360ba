import * as arithmetic from '../../integers/arithmetic.js';
import { beforeFirst, nextCounter, power } from '../../integers/arithmetic.js';
import * as bits from '../../integers/bits.js';
import { integerToFloat, maxInteger, minInteger } from '../../integers/integer.js';
/** fengari's instructions work on 32 bits and wrap there in silence; Lua's integers have 64. */
export const integerInstructions = {
    file: 'lvm.js',
    edits: [
        quick('+', 'add', '(op1.value + op2.value)|0'),
        quick('-', 'subtract', '(op1.value - op2.value)|0'),
        quick('*', 'multiply', 'luaV_imul(op1.value, op2.value)'),
        { find: 'return Math.floor(m / n)|0;', replace: 'return floorDivide(m, n);' },
        { find: 'return (m - Math.floor(m / n) * n)|0;', replace: 'return modulo(m, n);' },
        quickBits('&', 'and'),
        quickBits('|', 'or'),
        quickBits('^', 'xor'),
        {
            find: 'const luaV_shiftl = function(x, y) {',
            replace: 'const luaV_shiftl = shiftLeft;\nconst shift32 = function(x, y) {',
        },
        { find: 'setivalue((-op.value)|0);', replace: 'setivalue(negate(op.value));' },
        {
            // fengari leaves out floats that are whole numbers.
            find: 'if (op.ttisinteger()) {\n                    L.stack[ra].setivalue(~op.value);',
            replace: 'let whole = tointeger(op);\nif (whole !== false) {\n L.stack[ra].setivalue(complement(whole));',
        },
        {
            find: 'Math.pow(numberop1, numberop2)',
            replace: 'power(numberop1, numberop2)',
        },
        {
            find: 'let idx = (L.stack[ra].value + step)|0;',
            replace: `let counter = L.stack[ra].value, idx;
                    if (!(typeof counter === "number" && typeof step === "number"
                        && (idx = counter + step) <= Number.MAX_SAFE_INTEGER && idx >= -Number.MAX_SAFE_INTEGER))
                        idx = nextCounter(counter, step);`,
        },
        { find: 'init.value = (initv - pstep.value)|0;', replace: 'init.value = beforeFirst(initv, pstep.value);' },
        { find: 'ilimit = LUA_MAXINTEGER;', replace: 'ilimit = maxInteger;' },
        { find: 'ilimit = LUA_MININTEGER;', replace: 'ilimit = minInteger;' },
        {
            find: 'if (o.ttnov() === LUA_TNUMBER)\n        return o.value;',
            replace: `if (o.type === LUA_TNUMFLT) return o.value;
    if (o.type === LUA_TNUMINT) return typeof o.value === "number" ? o.value : Number(o.value);`,
        },
        { find: '            return v.value;\n', replace: '            return integerToFloat(v.value);\n' },
        {
            // An integer and a float: == compares a bigint and a number exactly.
            find: 'return (t1.value === t2.value) ? 1 : 0;',
            replace: 'return (t1.value == t2.value) ? 1 : 0;',
        },
    ],
    names: { ...arithmetic, ...bits, beforeFirst, integerToFloat, maxInteger, minInteger, nextCounter, power, wide },
};
/** What was calculated beyond 2^53. */
function wide(L, value) {
    L.l_G.guard?.onWideInteger?.(L);
    return value;
}
/** Numbers that stay numbers are calculated in place: a call would take as long as the rest of the instruction. */
function quick(operator, exact, result32) {
    return {
        find: `if (op1.ttisinteger() && op2.ttisinteger()) {\n                    L.stack[ra].setivalue(${result32});`,
        replace: `if (op1.type === LUA_TNUMINT && op2.type === LUA_TNUMINT) {
                    let a = op1.value, b = op2.value, result;
                    L.stack[ra].setivalue(typeof a === "number" && typeof b === "number"
                        && (result = a ${operator} b) <= Number.MAX_SAFE_INTEGER && result >= -Number.MAX_SAFE_INTEGER
                        ? result${operator === '*' ? ' + 0' : ''} : wide(L, ${exact}(a, b)));
                } else if (op1.type === LUA_TNUMFLT && op2.type === LUA_TNUMFLT) {
                    L.stack[ra].setfltvalue(op1.value ${operator} op2.value);`,
    };
}
function quickBits(operator, exact) {
    return {
        find: `L.stack[ra].setivalue(numberop1 ${operator} numberop2);`,
        replace: `let a = numberop1, b = numberop2;
                    L.stack[ra].setivalue(typeof a === "number" && typeof b === "number" && (a|0) === a && (b|0) === b
                        ? a ${operator} b : ${exact}(a, b));`,
    };
}
