import '../guardCore.js';
import type { TValue } from 'fengari/src/lobject.js';
import type { LuaState } from 'fengari/src/lstate.js';
import { type Integer } from '../integers/integer.js';
type Slot = TValue | undefined;
interface Field extends TValue {
    readonly key: TValue;
    /** Its index in the order. */
    at: number;
}
/**
 * Told before a field of a table with text keys is read, written or walked over, so that it can be filled in or noted.
 *
 * To Lua the table is an ordinary one, for every way to its fields goes through here: `next`, `rawget` and metatables of
 * the policy's own see no difference. A write is told as a read first where Lua looks for a metamethod.
 *
 * @param key undefined: all of them, for `next`
 */
export type TableWatch = (L: LuaState, key: TValue | undefined, isWrite: boolean) => void;
export declare class Table {
    readonly id: number;
    metatable: Table | null;
    /** Metamethods known to be absent, a bit each. */
    flags: number;
    /** The array part has room for the keys 1..size; the slots behind the end of `list` are nil. */
    size: number;
    list: Slot[];
    /** The other fields, by key and in order, with room for `capacity`. fengari's scanner reads them as `strong`. */
    strong: Map<unknown, Field>;
    order: Field[];
    capacity: number;
    watch: TableWatch | undefined;
    constructor(L: LuaState);
}
export declare function luaH_new(L: LuaState): Table;
export declare function luaH_get(L: LuaState, table: Table, key: TValue): TValue;
export declare function luaH_setint(table: Table, key: Integer, value: TValue): void;
/** Sets a field past the table's watch. Key and value are copied. */
export declare function setKey(L: LuaState, table: Table, key: TValue, value: TValue): void;
/** Gives a table its sizes; it is new or keeps what it has. */
export declare function luaH_resize(table: Table, size: number, fieldCount: number): void;
/** The list of these elements, as a constructor makes it; they are the table's from now on. */
export declare function newList(L: LuaState, elements: TValue[]): Table;
export {};
