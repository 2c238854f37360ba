import { owe } from '../owe.js';
import type { SourcePatch } from '../sourcePatch.js';

/** A call of a library function takes as long as this many instructions, before it does anything. */
const libraryCall = 12;
/** What making and leaving a frame takes beside its instruction; every register of it is made and thrown away. */
const luaCall = 4;
const registersPerInstruction = 4;
/** A yield and an error unwind JavaScript's stack. */
const unwinding = 200;

/** What calls, yields and errors cost: fengari counts none of it. */
export const callCosts: SourcePatch = {
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
};
