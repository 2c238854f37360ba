import { otherKind } from '../otherKind.js';
import { PolicyFault } from '../policy.js';
import { fengari, type LuaState } from './fengariApi.js';
import { foreignFile } from './hosts/foreignNames.js';
import { hostEntries } from './hosts/hosts.js';
import type { LuaProgram } from './luaProgram.js';
import { luaText } from './luaText.js';
import { readField, readLuaValue } from './luaValue.js';

const { lua } = fengari;

/** What a decide-style file returned, beside its function. */
export interface PolicyTable {
  readonly name: unknown;
  readonly every: unknown;
  /** By name, unchecked. */
  readonly params: unknown;
  /** Parameters whose default is written as a float: they stay floats. */
  readonly floatNames: ReadonlySet<string>;
}

const hint =
  'Return { decide = function(observation, context) ... end }, or loop and sleep, or register a timer (ngx.timer.every in OpenResty, core.register_task in HAProxy).';

/**
 * Reads what the file returned, the first value on its thread's stack, and leaves `decide` on top of it.
 *
 * @throws PolicyFault of kind `load` where that is no table with a function `decide`
 */
export function readPolicyTable(program: LuaProgram, fileName: string): PolicyTable {
  return readFunctionTable(program, { fileName, name: 'decide', hint });
}

interface FunctionAsked {
  readonly fileName: string;
  /** Of the function. */
  readonly name: 'decide' | 'route';
  readonly hint: string;
}

/** The same of a table with a function of this name. @throws PolicyFault of kind `load` */
export function readFunctionTable(
  { thread }: LuaProgram,
  { fileName, name: wanted, hint }: FunctionAsked,
): PolicyTable {
  if (lua.lua_type(thread, 1) !== lua.LUA_TTABLE) {
    throw loadFault(
      `${fileName}: returns ${JSON.stringify(readLuaValue(thread, 1))}, expected a table with ${wanted}. ${hint}`,
    );
  }
  const name = readField(thread, 1, 'name');
  const every = readField(thread, 1, 'every');
  const { params, floatNames } = readParams(thread, fileName);
  lua.lua_pushstring(thread, luaText.key(wanted));
  if (lua.lua_rawget(thread, 1) === lua.LUA_TFUNCTION) return { name, every, params, floatNames };
  const names = Object.keys(Object(readLuaValue(thread, 1)));
  const found = names.join(', ') || 'nothing';
  const what = `expected a function named ${wanted} in the returned table, found ${found}`;
  throw loadFault(`${fileName}: ${what}. ${otherKind(wanted, names) ?? hint}`);
}

interface NamedCode {
  readonly fileName: string;
  readonly code: string;
}

/** What to tell the author of a file that returned nothing. */
export function nothingReturned(program: LuaProgram, { fileName, code }: NamedCode): PolicyFault {
  const foreign = foreignFile((name) => hasGlobalFunction(program, name));
  if (foreign !== undefined) return loadFault(`${fileName}: ${foreign}`);
  return loadFault(
    hasGlobalDecide(program)
      ? `${fileName}: defines decide but does not return it. End the file with: return { decide = decide }`
      : `${fileName}: returns nothing and waits for nothing. ${[hint, ...hostEntries(code)].join(' ')}`,
  );
}

/** Whether the file left a global function `decide`. */
export function hasGlobalDecide(program: LuaProgram): boolean {
  return hasGlobalFunction(program, 'decide');
}

/** Looks past metatables, which are the policy's code. */
function hasGlobalFunction({ state }: LuaProgram, name: string): boolean {
  lua.lua_rawgeti(state, lua.LUA_REGISTRYINDEX, lua.LUA_RIDX_GLOBALS);
  lua.lua_pushstring(state, luaText.key(name));
  const isFunction = lua.lua_rawget(state, -2) === lua.LUA_TFUNCTION;
  lua.lua_pop(state, 2);
  return isFunction;
}

/** All of `params`, however many; a parameter's name is a text. */
function readParams(L: LuaState, fileName: string): Pick<PolicyTable, 'params' | 'floatNames'> {
  const floatNames = new Set<string>();
  lua.lua_pushstring(L, luaText.key('params'));
  if (lua.lua_rawget(L, 1) !== lua.LUA_TTABLE) {
    const params = readLuaValue(L, -1);
    lua.lua_pop(L, 1);
    return { params, floatNames };
  }
  const table = lua.lua_gettop(L);
  const entries: [string, unknown][] = [];
  lua.lua_pushnil(L);
  while (lua.lua_next(L, table)) {
    const name = readLuaValue(L, -2);
    if (typeof name !== 'string') {
      throw loadFault(
        `${fileName}: params has the key ${JSON.stringify(name)}, expected names: params = { target = 0.6 }.`,
      );
    }
    if (lua.lua_type(L, -1) === lua.LUA_TNUMBER && !lua.lua_isinteger(L, -1)) floatNames.add(name);
    entries.push([name, readLuaValue(L, -1)]);
    lua.lua_pop(L, 1);
  }
  lua.lua_pop(L, 1);
  return { params: Object.fromEntries(entries), floatNames };
}

function loadFault(text: string): PolicyFault {
  return new PolicyFault(text, { kind: 'load' });
}
