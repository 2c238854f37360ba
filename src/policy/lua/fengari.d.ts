/** The part of fengari 0.1.5 that dryscale uses; the package has no types of its own. Strings of Lua are `Uint8Array`. */

declare module 'fengari/src/lobject.js' {
  /** A value in a Lua variable: a type tag and the value itself. */
  export interface TValue {
    type: number;
    value: unknown;
    setfrom(other: TValue): void;
    setivalue(value: number): void;
  }
  const lobject: { TValue: new (type: number, value: unknown) => TValue; luaO_nilobject: TValue };
  export default lobject;
}

declare module 'fengari/src/lstate.js' {
  import type { TValue } from 'fengari/src/lobject.js';

  export interface CallInfo {
    callstatus: number;
    readonly func: TValue;
    readonly previous: CallInfo | null;
    /** Of a function in Lua: its next instruction. */
    readonly l_savedpc: number;
  }

  export interface GlobalState {
    id_counter: number;
    readonly mainthread: LuaState;
    readonly l_registry: TValue;
    readonly mt: readonly (object | null | undefined)[];
    /** Set by dryscale: what watches the memory and time of this state. */
    guard?: import('./guard.js').Guard;
  }

  /** A thread (coroutine) of a Lua state. */
  export interface LuaState {
    readonly l_G: GlobalState;
    readonly ci: CallInfo;
    readonly stack: readonly (TValue | undefined)[] | null;
    readonly top: number;
  }
}

declare module 'fengari/src/ldebug.js' {
  import type { LuaState } from 'fengari/src/lstate.js';

  const ldebug: { luaG_runerror(L: LuaState, text: Uint8Array): never };
  export default ldebug;
}

declare module 'fengari/src/luaconf.js' {
  const luaconf: { LUAI_MAXSTACK: number };
  export default luaconf;
}

declare module 'fengari/src/lstring.js' {
  import type { LuaState } from 'fengari/src/lstate.js';

  export interface LuaString {
    readonly realstring: Uint8Array;
    /** Its key in tables, once it was asked for. */
    hash: string | null;
  }
  type Make = (L: LuaState, text: Uint8Array) => object;
  const lstring: {
    luaS_bless: Make;
    luaS_hash: (bytes: Uint8Array) => string;
    luaS_hashlongstr: (text: LuaString) => string;
    luaS_new: Make;
    TString: new (L: null, text: Uint8Array) => LuaString;
  };
  export default lstring;
}

declare module 'fengari/src/defs.js' {
  const defs: {
    readonly constant_types: {
      readonly LUA_TBOOLEAN: number;
      readonly LUA_TLCF: number;
      readonly LUA_TLNGSTR: number;
      readonly LUA_TNUMFLT: number;
      readonly LUA_TNUMINT: number;
      readonly LUA_TTABLE: number;
    };
    to_luastring(text: string): Uint8Array;
    to_jsstring(bytes: Uint8Array, from?: number, to?: number, replace?: boolean): string;
  };
  export default defs;
}

declare module 'fengari/src/lua.js' {
  import type { LuaState } from 'fengari/src/lstate.js';

  export type LuaFunction = (L: LuaState) => number;
  type Continuation = (L: LuaState, status: number, context: never) => number;

  const lua: {
    readonly LUA_OK: number;
    readonly LUA_YIELD: number;
    readonly LUA_MASKCOUNT: number;
    readonly LUA_REGISTRYINDEX: number;
    readonly LUA_RIDX_GLOBALS: number;
    readonly LUA_OPEQ: number;
    readonly LUA_OPLT: number;
    readonly LUA_TNONE: number;
    readonly LUA_TNIL: number;
    readonly LUA_TBOOLEAN: number;
    readonly LUA_TNUMBER: number;
    readonly LUA_TSTRING: number;
    readonly LUA_TTABLE: number;
    readonly LUA_TFUNCTION: number;
    readonly LUA_TTHREAD: number;
    lua_absindex(L: LuaState, index: number): number;
    lua_atnativeerror(L: LuaState, handler: LuaFunction): void;
    lua_call(L: LuaState, argumentCount: number, resultCount: number): void;
    lua_callk(
      L: LuaState,
      argumentCount: number,
      resultCount: number,
      context: unknown,
      continuation: Continuation | null,
    ): void;
    lua_checkstack(L: LuaState, count: number): boolean;
    lua_compare(L: LuaState, left: number, right: number, operator: number): number | boolean;
    lua_concat(L: LuaState, count: number): void;
    lua_createtable(L: LuaState, arraySize: number, recordSize: number): void;
    lua_error(L: LuaState): never;
    lua_getfield(L: LuaState, index: number, key: Uint8Array): number;
    lua_getglobal(L: LuaState, name: Uint8Array): number;
    lua_geti(L: LuaState, index: number, key: number): number;
    lua_getmetatable(L: LuaState, index: number): boolean;
    lua_gettable(L: LuaState, index: number): number;
    lua_gettop(L: LuaState): number;
    lua_insert(L: LuaState, index: number): void;
    lua_isinteger(L: LuaState, index: number): boolean;
    lua_isnil(L: LuaState, index: number): boolean;
    lua_isnoneornil(L: LuaState, index: number): boolean;
    lua_isnumber(L: LuaState, index: number): boolean;
    lua_isyieldable(L: LuaState): boolean;
    lua_newstate(): LuaState;
    lua_newthread(L: LuaState): LuaState;
    lua_next(L: LuaState, index: number): number | boolean;
    lua_pcall(L: LuaState, argumentCount: number, resultCount: number, handler: number): number;
    lua_pop(L: LuaState, count: number): void;
    lua_pushboolean(L: LuaState, value: boolean): void;
    lua_pushcclosure(L: LuaState, run: LuaFunction, upvalueCount: number): void;
    lua_pushcfunction(L: LuaState, run: LuaFunction): void;
    lua_pushinteger(L: LuaState, value: number | bigint): void;
    lua_pushlightuserdata(L: LuaState, value: object): void;
    lua_pushlstring(L: LuaState, text: Uint8Array, length: number): void;
    lua_pushnil(L: LuaState): void;
    lua_pushnumber(L: LuaState, value: number): void;
    lua_pushstring(L: LuaState, text: Uint8Array | string): void;
    lua_pushthread(L: LuaState): boolean;
    lua_pushvalue(L: LuaState, index: number): void;
    lua_rawequal(L: LuaState, left: number, right: number): number | boolean;
    lua_rawget(L: LuaState, index: number): number;
    lua_rawgeti(L: LuaState, index: number, key: number): number;
    lua_rawlen(L: LuaState, index: number): number;
    lua_rawset(L: LuaState, index: number): void;
    lua_rawseti(L: LuaState, index: number, key: number): void;
    lua_resume(L: LuaState, from: LuaState | null, argumentCount: number): number;
    lua_setfield(L: LuaState, index: number, key: Uint8Array): void;
    lua_setglobal(L: LuaState, name: Uint8Array): void;
    lua_seti(L: LuaState, index: number, key: number): void;
    lua_sethook(L: LuaState, hook: ((L: LuaState) => void) | null, mask: number, count: number): void;
    lua_setmetatable(L: LuaState, index: number): void;
    lua_setupvalue(L: LuaState, index: number, upvalue: number): Uint8Array | null;
    lua_settop(L: LuaState, index: number): void;
    lua_status(L: LuaState): number;
    lua_toboolean(L: LuaState, index: number): boolean;
    lua_tocfunction(L: LuaState, index: number): LuaFunction | null;
    lua_tonumber(L: LuaState, index: number): number;
    lua_topointer(L: LuaState, index: number): object | null;
    lua_tostring(L: LuaState, index: number): Uint8Array | null;
    lua_tothread(L: LuaState, index: number): LuaState | null;
    lua_touserdata(L: LuaState, index: number): unknown;
    lua_type(L: LuaState, index: number): number;
    lua_typename(L: LuaState, type: number): Uint8Array;
    lua_upvalueindex(index: number): number;
    lua_remove(L: LuaState, index: number): void;
    lua_xmove(from: LuaState, to: LuaState, count: number): void;
    lua_yieldk(L: LuaState, resultCount: number, context: unknown, continuation: Continuation | null): number;
  };
  export default lua;
}

declare module 'fengari/src/lapi.js' {
  import type { LuaState } from 'fengari/src/lstate.js';

  const lapi: {
    /** Added by dryscale: the integer that a value is or a text says; false for others. */
    lua_tointegerexact(L: LuaState, index: number): import('./integers/integer.js').Integer | false;
  };
  export default lapi;
}

declare module 'fengari/src/lauxlib.js' {
  import type { LuaState } from 'fengari/src/lstate.js';
  import type { LuaFunction } from 'fengari/src/lua.js';

  export interface LuaBuffer {
    readonly L: LuaState;
    readonly n: number;
  }

  const lauxlib: {
    luaL_addchar: (buffer: LuaBuffer, character: number) => void;
    luaL_addlstring: (buffer: LuaBuffer, text: Uint8Array, length: number) => void;
    luaL_addstring: (buffer: LuaBuffer, text: Uint8Array) => void;
    luaL_addvalue: (buffer: LuaBuffer) => void;
    luaL_tolstring: (L: LuaState, index: number) => Uint8Array;
    luaL_argerror(L: LuaState, argument: number, message: Uint8Array | string): never;
    luaL_callmeta(L: LuaState, index: number, event: Uint8Array): boolean;
    luaL_checkinteger(L: LuaState, argument: number): number;
    luaL_checknumber(L: LuaState, argument: number): number;
    luaL_checkstring(L: LuaState, argument: number): Uint8Array;
    luaL_checktype(L: LuaState, argument: number, type: number): void;
    luaL_getmetafield(L: LuaState, index: number, event: Uint8Array): number;
    luaL_len(L: LuaState, index: number): number;
    luaL_loadbufferx(L: LuaState, text: Uint8Array, size: number, name: Uint8Array, mode: Uint8Array): number;
    luaL_optinteger(L: LuaState, argument: number, preset: number): number;
    luaL_optstring(L: LuaState, argument: number, preset: Uint8Array): Uint8Array;
    luaL_ref(L: LuaState, table: number): number;
    readonly LUA_NOREF: number;
    luaL_unref(L: LuaState, table: number, reference: number): void;
    luaL_requiref(L: LuaState, name: Uint8Array, open: LuaFunction, global: boolean): void;
    luaL_where(L: LuaState, level: number): void;
  };
  export default lauxlib;
}

declare module 'fengari/src/lbaselib.js' {
  const library: { readonly luaopen_base: import('fengari/src/lua.js').LuaFunction };
  export default library;
}

declare module 'fengari/src/lcorolib.js' {
  const library: { readonly luaopen_coroutine: import('fengari/src/lua.js').LuaFunction };
  export default library;
}

declare module 'fengari/src/lmathlib.js' {
  const library: { readonly luaopen_math: import('fengari/src/lua.js').LuaFunction };
  export default library;
}

declare module 'fengari/src/lstrlib.js' {
  const library: { readonly luaopen_string: import('fengari/src/lua.js').LuaFunction };
  export default library;
}

declare module 'fengari/src/ltablib.js' {
  const library: { readonly luaopen_table: import('fengari/src/lua.js').LuaFunction };
  export default library;
}

declare module 'fengari/src/lutf8lib.js' {
  const library: { readonly luaopen_utf8: import('fengari/src/lua.js').LuaFunction };
  export default library;
}
