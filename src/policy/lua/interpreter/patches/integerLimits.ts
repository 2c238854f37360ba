import { maxInteger, minInteger } from '../../integers/integer.js';
import type { SourcePatch } from '../sourcePatch.js';

/** math.maxinteger and math.mininteger. */
export const integerLimits: SourcePatch = {
  file: 'lmathlib.js',
  edits: [
    { find: 'lua_pushinteger(L, LUA_MAXINTEGER);', replace: 'lua_pushinteger(L, maxInteger);' },
    { find: 'lua_pushinteger(L, LUA_MININTEGER);', replace: 'lua_pushinteger(L, minInteger);' },
  ],
  names: { maxInteger, minInteger },
};
