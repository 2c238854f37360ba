import './guardAuxiliary.js';
import type { TValue } from 'fengari/src/lobject.js';
import type { LuaState } from 'fengari/src/lstate.js';
import type { LuaFunction } from 'fengari/src/lua.js';
import { Table } from './interpreter/luaTable.js';
/** Raises a Lua error at the line that uses a watched table; where the interpreter reads a field, its stack has no room. */
export declare function raiseFromWatch(L: LuaState, message: string): never;
/** The text of a key; undefined for one that is none. */
export declare function nameOfKey({ value }: TValue): string | undefined;
/** The table at `index` of the stack. */
export declare function tableAt(L: LuaState, index: number): Table;
/**
 * Sets fields of tables, past watches and metatables. None of them runs Lua code or uses the stack.
 *
 * Numbers: `number` is a float; `count` an integer where a double is exact.
 */
export declare const tableFields: {
    number(L: LuaState, table: Table, name: string, value: number): void;
    count(L: LuaState, table: Table, name: string, value: number): void;
    flag(L: LuaState, table: Table, name: string, value: boolean): void;
    /** A text that differs from run to run. */
    text(L: LuaState, table: Table, name: string, value: string): void;
    /** One of a few texts. */
    word(L: LuaState, table: Table, name: string, value: string): void;
    table(L: LuaState, table: Table, name: string, value: Table): void;
    function(L: LuaState, table: Table, name: string, value: LuaFunction): void;
};
/** What `plainField` says of a table, a function or a coroutine. */
export declare const notPlain: unique symbol;
/** A field of a table as JavaScript has it; undefined where there is none. */
export declare function plainField(L: LuaState, table: Table, name: string): number | string | boolean | undefined | typeof notPlain;
/** A table with room for so many elements and fields. */
export declare function newTable(L: LuaState, elementCount: number, fieldCount: number): Table;
/** Elements of lists. */
export declare const element: {
    number: (value: number) => TValue;
    table: (value: Table) => TValue;
};
/** Pushes a list. */
export declare function pushList(L: LuaState, elements: TValue[]): void;
export { newList } from './interpreter/luaTable.js';
