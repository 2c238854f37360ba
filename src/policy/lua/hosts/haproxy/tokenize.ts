import { fengari, type LuaState } from '../../fengariApi.js';
import { byteText } from '../../format/byteText.js';
import type { LuaRun } from '../../luaRun.js';

const { lua, lauxlib } = fengari;

/** `core.tokenize(text, separators[, noblank])`: pushes the list of parts. Source: src/hlua_fcn.c, hlua_tokenize. */
export function pushTokens(run: LuaRun, L: LuaState): number {
  const text = byteText.read(lauxlib.luaL_checkstring(L, 1));
  const separators = new Set(byteText.read(lauxlib.luaL_checkstring(L, 2)));
  const isNoBlank = lua.lua_toboolean(L, 3);
  run.guard.charge(L, 1 + text.length);
  const parts: string[] = [];
  let begin = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !separators.has(text[at])) continue;
    if (!isNoBlank || at > begin) parts.push(text.slice(begin, at));
    begin = at + 1;
  }
  lua.lua_createtable(L, parts.length, 0);
  for (const [index, part] of parts.entries()) {
    const bytes = byteText.bytes(part);
    lua.lua_pushlstring(L, bytes, bytes.length);
    lua.lua_rawseti(L, -2, index + 1);
  }
  return 1;
}
