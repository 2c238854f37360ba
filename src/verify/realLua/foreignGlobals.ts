import { foreignNames } from '../../policy/lua/hosts/foreignNames.js';
import { hosts } from '../../policy/lua/hosts/hosts.js';

/** What stock Lua and LuaJIT have, though another version or host brings it too. */
const standard = new Set([
  'bit',
  'bit32',
  'unpack',
  'loadstring',
  'setfenv',
  'getfenv',
  'module',
  'newproxy',
  'jit',
  'ffi',
]);

/**
 * Globals that a host brings and stock Lua has not: of OpenResty, HAProxy, Kong, Redis.
 *
 * A policy that reads one cannot be judged by an interpreter alone, and that is said.
 */
export const foreignGlobals: readonly string[] = [
  ...hosts.flatMap(({ globals }) => Object.keys(globals)),
  ...foreignNames,
].filter((name) => !standard.has(name));
