import { floatToInteger } from '../../integers/integer.js';
import type { SourcePatch } from '../sourcePatch.js';

/** Which floats are integers. The bounds are floats: fengari's libraries calculate with them. */
export const integerRange: SourcePatch = {
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
};
