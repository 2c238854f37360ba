import './guardAuxiliary.js';
import type { TValue } from 'fengari/src/lobject.js';
import type { LuaState } from 'fengari/src/lstate.js';
import type { LuaFunction } from 'fengari/src/lua.js';
import { invariant } from '../../base/invariant.js';
import { loadFengari } from './interpreter/loadFengari.js';
import { luaH_get, luaH_new, luaH_resize, setKey, Table } from './interpreter/luaTable.js';
import { luaText } from './luaText.js';

/** Tables made without Lua's stack, and tables that are watched. A hot file: the tables of every observation are made here. */

const lua = loadFengari('lua.js');
const ldebug = loadFengari('ldebug.js');
const lstring = loadFengari('lstring.js');
const { TValue: Value } = loadFengari('lobject.js');
const {
  LUA_TBOOLEAN: booleanType,
  LUA_TLCF: functionType,
  LUA_TLNGSTR: stringType,
  LUA_TNUMFLT: floatType,
  LUA_TNUMINT: integerType,
  LUA_TTABLE: tableType,
} = loadFengari('defs.js').constant_types;

/** Raises a Lua error at the line that uses a watched table; where the interpreter reads a field, its stack has no room. */
export function raiseFromWatch(L: LuaState, message: string): never {
  return ldebug.luaG_runerror(L, luaText.bytes(message));
}

/** Names of keys, by the string that a function of the policy holds as a constant: reading the bytes takes ten times as long. */
const namesOfKeys = new WeakMap<object, string>();

/** The text of a key; undefined for one that is none. */
export function nameOfKey({ value }: TValue): string | undefined {
  if (!(value instanceof lstring.TString)) return undefined;
  let name = namesOfKeys.get(value);
  if (name === undefined) {
    name = luaText.read(value.realstring);
    namesOfKeys.set(value, name);
  }
  return name;
}

/** The table at `index` of the stack. */
export function tableAt(L: LuaState, index: number): Table {
  const table = lua.lua_topointer(L, index);
  invariant(table instanceof Table, 'there is a table');
  return table;
}

/** Keys and texts of dryscale's own, such as field names: strings of Lua belong to no state. */
const constants = new Map<string, TValue>();

function constantOf(text: string): TValue {
  let value = constants.get(text);
  if (value === undefined) {
    value = Object.freeze(new Value(stringType, new lstring.TString(null, luaText.key(text))));
    constants.set(text, value);
  }
  return value;
}

/** Whether a double is an integer of Lua, exactly. */
const isWhole = (value: number) => Number.isSafeInteger(value) && !Object.is(value, -0);

/** Tables copy what they are given, so one value does for all. */
const given = new Value(0, null);

function fill(type: number, value: unknown): TValue {
  given.type = type;
  given.value = value;
  return given;
}

/**
 * Sets fields of tables, past watches and metatables. None of them runs Lua code or uses the stack.
 *
 * Numbers: `number` is a float; `count` an integer where a double is exact.
 */
export const tableFields = {
  number(L: LuaState, table: Table, name: string, value: number): void {
    setKey(L, table, constantOf(name), fill(floatType, value));
  },
  count(L: LuaState, table: Table, name: string, value: number): void {
    setKey(L, table, constantOf(name), fill(isWhole(value) ? integerType : floatType, value));
  },
  flag(L: LuaState, table: Table, name: string, value: boolean): void {
    setKey(L, table, constantOf(name), fill(booleanType, value));
  },
  /** A text that differs from run to run. */
  text(L: LuaState, table: Table, name: string, value: string): void {
    setKey(L, table, constantOf(name), fill(stringType, lstring.luaS_bless(L, luaText.bytes(value))));
  },
  /** One of a few texts. */
  word(L: LuaState, table: Table, name: string, value: string): void {
    setKey(L, table, constantOf(name), constantOf(value));
  },
  table(L: LuaState, table: Table, name: string, value: Table): void {
    setKey(L, table, constantOf(name), fill(tableType, value));
  },
  function(L: LuaState, table: Table, name: string, value: LuaFunction): void {
    setKey(L, table, constantOf(name), fill(functionType, value));
  },
};

/** What `plainField` says of a table, a function or a coroutine. */
export const notPlain = Symbol('a table, function or coroutine');

/** A field of a table as JavaScript has it; undefined where there is none. */
export function plainField(
  L: LuaState,
  table: Table,
  name: string,
): number | string | boolean | undefined | typeof notPlain {
  const { type, value } = luaH_get(L, table, constantOf(name));
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (type === stringType && value instanceof lstring.TString) return luaText.read(value.realstring);
  return value === null ? undefined : notPlain;
}

/** A table with room for so many elements and fields. */
export function newTable(L: LuaState, elementCount: number, fieldCount: number): Table {
  const table = luaH_new(L);
  luaH_resize(table, elementCount, fieldCount);
  return table;
}

/** Elements of lists. */
export const element = {
  number: (value: number): TValue => new Value(floatType, value),
  count: (value: number): TValue => new Value(isWhole(value) ? integerType : floatType, value),
  flag: (value: boolean): TValue => new Value(booleanType, value),
  text: (L: LuaState, value: string): TValue => new Value(stringType, lstring.luaS_bless(L, luaText.bytes(value))),
  table: (value: Table): TValue => new Value(tableType, value),
};

/** Pushes a list. */
export function pushList(L: LuaState, elements: TValue[]): void {
  lua.lua_createtable(L, 0, 0);
  const table = tableAt(L, -1);
  table.list = elements;
  table.size = elements.length;
}

export { newList } from './interpreter/luaTable.js';
