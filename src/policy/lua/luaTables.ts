import './guardAuxiliary.js';
import type { TValue } from 'fengari/src/lobject.js';
import type { LuaState } from 'fengari/src/lstate.js';
import type { LuaTable } from 'fengari/src/ltable.js';
import { invariant } from '../../base/invariant.js';
import { loadFengari } from './interpreter/loadFengari.js';
import { luaText } from './luaText.js';

const lua = loadFengari('lua.js');
const lstring = loadFengari('lstring.js');
const ltable = loadFengari('ltable.js');
const { luaH_get: get, luaH_setfrom: set, luaH_next: next } = ltable;

/**
 * Told before a field of a table with text keys is read, written or walked over, so that it can be filled in or noted.
 *
 * To Lua the table is an ordinary one, for every way to its fields goes through here: `next`, `rawget` and metatables of
 * the policy's own see no difference.
 *
 * @param key undefined: all of them, for `next`
 */
export type TableWatch = (L: LuaState, table: LuaTable, key: TValue | undefined) => void;

ltable.luaH_get = (L, table, key) => {
  if (table.watch !== undefined) table.watch(L, table, key);
  return get(L, table, key);
};
ltable.luaH_setfrom = (L, table, key, value) => {
  if (table.watch !== undefined) table.watch(L, table, key);
  set(L, table, key, value);
};
ltable.luaH_next = (L, table, keyIndex) => {
  if (table.watch !== undefined) table.watch(L, table, undefined);
  return next(L, table, keyIndex);
};

/** Names of keys, by the string that a function of the policy holds as a constant: reading the bytes takes ten times as long. */
const namesOfKeys = new WeakMap<object, string>();

/** The text of a key; undefined for one that is none. */
export function nameOfKey(key: TValue): string | undefined {
  const { value } = key;
  if (!(value instanceof lstring.TString)) return undefined;
  let name = namesOfKeys.get(value);
  if (name === undefined) {
    name = luaText.read(value.realstring);
    namesOfKeys.set(value, name);
  }
  return name;
}

/** Watches the table at `index`: `use` gets the name of each field that is read or written, or undefined for all of them. */
export function watchTable(L: LuaState, index: number, use: (name: string | undefined) => void): void {
  const table = lua.lua_topointer(L, index);
  invariant(table instanceof ltable.Table, 'only tables are watched');
  table.watch = (_, __, key) => {
    const name = key === undefined ? undefined : nameOfKey(key);
    if (key === undefined || name !== undefined) use(name);
  };
}
