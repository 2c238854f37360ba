import { fengari, type LuaFunction, type LuaState } from '../fengariApi.js';
import { raise, setFunctions, wrapFunctions } from '../luaLibrary.js';
import type { LuaRun } from '../luaRun.js';

const { lua, lauxlib } = fengari;

/** Charges functions of `table` (on top of the stack) for the elements they walk, and replaces sort. */
export function guardTables(L: LuaState, run: LuaRun): void {
  const walking = (elementCount: (L: LuaState) => number) => (original: LuaFunction) => (thread: LuaState) => {
    run.guard.charge(thread, Math.max(1, elementCount(thread)));
    return original(thread);
  };
  const length = (thread: LuaState) => lua.lua_rawlen(thread, 1);
  const toNumber = (thread: LuaState, index: number, preset: number) =>
    lua.lua_isnoneornil(thread, index) ? preset : lua.lua_tonumber(thread, index) || 0;
  wrapFunctions(L, {
    concat: walking(length),
    insert: walking((thread) => (lua.lua_gettop(thread) === 3 ? length(thread) - toNumber(thread, 2, 0) : 1)),
    remove: walking((thread) => length(thread) - toNumber(thread, 2, length(thread))),
    move: walking((thread) => toNumber(thread, 3, 0) - toNumber(thread, 2, 0)),
    unpack: walking((thread) => Math.min(200_000, toNumber(thread, 3, length(thread)) - toNumber(thread, 2, 1))),
  });
  setFunctions(L, { sort: sort(run) });
}

/**
 * Quicksort, as in ltablib.c: the pivot is the middle element, the median of three.
 *
 * Lua (and fengari) draw a random pivot for large unbalanced parts, which would make two runs differ. Worst case
 * O(n^2), charged as it goes.
 */
function sort(run: LuaRun): LuaFunction {
  return (L) => {
    lauxlib.luaL_checktype(L, 1, lua.LUA_TTABLE);
    const count = lua.lua_rawlen(L, 1);
    if (!lua.lua_isnoneornil(L, 2)) lauxlib.luaL_checktype(L, 2, lua.LUA_TFUNCTION);
    lua.lua_settop(L, 2);
    if (!lua.lua_checkstack(L, 40)) raise(L, 'too many elements to sort');
    sortRange(run, L, 1, count);
    return 0;
  };
}

function sortRange(run: LuaRun, L: LuaState, first: number, last: number): void {
  let low = first;
  let high = last;
  while (low < high) {
    run.guard.charge(L, high - low);
    orderPair(L, low, high);
    if (high - low === 1) return;
    const middle = Math.floor((low + high) / 2);
    orderPair(L, low, middle);
    orderPair(L, middle, high);
    if (high - low === 2) return;
    swap(L, middle, high - 1);
    const border = partition(L, low, high);
    // The smaller part by recursion, the larger by the loop: at most log2(n) levels.
    if (border - low < high - border) {
      sortRange(run, L, low, border - 1);
      low = border + 1;
    } else {
      sortRange(run, L, border + 1, high);
      high = border - 1;
    }
  }
}

/** Invariant: the pivot is at high - 1, t[low] <= pivot <= t[high]; afterwards at the returned index. */
function partition(L: LuaState, low: number, high: number): number {
  let left = low;
  let right = high - 1;
  while (true) {
    while (isLess(L, ++left, high - 1)) if (left === high - 1) raiseOrder(L);
    while (isLess(L, high - 1, --right)) if (right < left) raiseOrder(L);
    if (right < left) {
      swap(L, high - 1, left);
      return left;
    }
    swap(L, left, right);
  }
}

function raiseOrder(L: LuaState): never {
  return raise(L, 'invalid order function for sorting: it must say false for equal elements');
}

function orderPair(L: LuaState, low: number, high: number): void {
  if (isLess(L, high, low)) swap(L, low, high);
}

function isLess(L: LuaState, left: number, right: number): boolean {
  if (lua.lua_isnil(L, 2)) {
    lua.lua_geti(L, 1, left);
    lua.lua_geti(L, 1, right);
    const less = Boolean(lua.lua_compare(L, -2, -1, lua.LUA_OPLT));
    lua.lua_pop(L, 2);
    return less;
  }
  lua.lua_pushvalue(L, 2);
  lua.lua_geti(L, 1, left);
  lua.lua_geti(L, 1, right);
  lua.lua_call(L, 2, 1);
  const less = lua.lua_toboolean(L, -1);
  lua.lua_pop(L, 1);
  return less;
}

function swap(L: LuaState, left: number, right: number): void {
  lua.lua_geti(L, 1, left);
  lua.lua_geti(L, 1, right);
  lua.lua_seti(L, 1, left);
  lua.lua_seti(L, 1, right);
}
