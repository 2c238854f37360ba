import { fengari, type LuaState } from './fengariApi.js';
import { luaText } from './luaText.js';

const { lua } = fengari;

/** A recursion is cut to this many calls: the line we look for is near the top. */
const levelLimit = 200;

/** `file.lua:12` of the innermost call of thread `L` that is written in the policy's own file; undefined when none is. */
export function policyLine(L: LuaState, fileName: string): string | undefined {
  const record = new lua.lua_Debug();
  for (let level = 0; level < levelLimit && lua.lua_getstack(L, level, record); level++) {
    lua.lua_getinfo(L, luaText.key('Sl'), record);
    const isPolicy = record.source !== null && luaText.read(record.source) === `@${fileName}`;
    if (isPolicy && record.currentline > 0) return `${fileName}:${record.currentline}`;
  }
  return undefined;
}
