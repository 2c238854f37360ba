import type { LuaHost } from '../luaHost.js';
import { pushBit } from './bit.js';
import { pushBit32 } from './bit32.js';
import { addOlderFunctions, olderNames } from './olderFunctions.js';

/** What Lua 5.1, 5.2 and LuaJIT have and 5.3 has not. */
export const olderLua: LuaHost = {
  name: 'Lua 5.1 and LuaJIT',
  globals: { bit: pushBit, bit32: pushBit32 },
  modules: { bit: pushBit, bit32: pushBit32 },
  additions: { pattern: olderNames, add: addOlderFunctions },
};
