import './guardAuxiliary.js';
import type { TValue } from 'fengari/src/lobject.js';
import type { LuaState } from 'fengari/src/lstate.js';
import { invariant } from '../../base/invariant.js';
import { loadFengari } from './interpreter/loadFengari.js';
import { Table } from './interpreter/luaTable.js';
import { luaText } from './luaText.js';

const lua = loadFengari('lua.js');
const lstring = loadFengari('lstring.js');

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
  invariant(table instanceof Table, 'only tables are watched');
  table.watch = (_, __, key) => {
    const name = key === undefined ? undefined : nameOfKey(key);
    if (key === undefined || name !== undefined) use(name);
  };
}
