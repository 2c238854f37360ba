import '../guardCore.js';
import { InvariantError } from '../../../base/invariant.js';
import { floatToInteger } from '../integers/integer.js';
import { loadFengari, replaceFengari } from './loadFengari.js';
import { owe } from './owe.js';
import { stringKey } from './stringKey.js';
/**
 * Tables of Lua, in place of fengari's ltable.js. A hot file: loops are long and plain.
 *
 * Problem: fengari keeps all keys in the order of their insertion. Every real Lua keeps the elements 1..n of a list in an
 * array and walks it first, so that `pairs` over a list goes 1, 2, 3 however it was filled, and `#` of a list with holes
 * follows from the sizes of the two parts.
 * Idea: the sizes, and when they change, are those of Lua 5.3 (ltable.c: luaH_resize, computesizes, luaH_getn). The array
 * part is a JavaScript array; the rest is a Map for finding and an array for walking.
 * Cost: O(1) amortised for reading and writing, O(log n) for `#`, O(1) for a step of `next`.
 * Deviation: outside of the array part the order is that of insertion, where Lua's follows from hashes. A field set to nil
 * keeps its place until the next change of sizes (as in Lua, so that a walk may clear fields); it always takes up room, where
 * in Lua another key with the same hash may use it again. Setting a field that does not exist to nil changes no size.
 */
// Tags of values, from lua.h and lobject.h; written here so that the build puts the numbers in place.
const nilType = 0;
const lightType = 2;
const floatType = 3;
const shortStringType = 4;
const integerType = 19;
const longStringType = 20;
const integerMax = 2 ** 31 - 1;
/** Passing by an element, in a step that may pass by many. */
const passingInstructions = 1 / 4;
// Shared by the many tables that lack a part; never written to.
const noSlots = [];
const noFields = [];
const noPlaces = new Map();
export class Table {
    id;
    metatable = null;
    /** Metamethods known to be absent, a bit each. */
    flags = ~0;
    /** The array part has room for the keys 1..size; the slots behind the end of `list` are nil. */
    size = 0;
    list = noSlots;
    /** The other fields, by key and in order, with room for `capacity`. fengari's scanner reads them as `strong`. */
    strong = noPlaces;
    order = noFields;
    capacity = 0;
    watch = undefined;
    constructor(L) {
        this.id = L.l_G.id_counter++;
    }
}
const tableModule = {
    Table,
    invalidateTMcache,
    luaH_get,
    luaH_getint,
    luaH_getn,
    luaH_getstr,
    luaH_new,
    luaH_next,
    luaH_reserve,
    luaH_resize,
    luaH_setfrom,
    luaH_setint,
};
replaceFengari('ltable.js', tableModule);
// Only now may the files be loaded that require it.
loadFengari('lua.js');
const ldebug = loadFengari('ldebug.js');
const { luaO_nilobject: absent, TValue: Value } = loadFengari('lobject.js');
/** A field is its own value, which saves an object and a step. */
class FieldValue extends Value {
    key;
    at = 0;
    constructor(key, value) {
        super(value.type, value.value);
        this.key = key;
    }
}
function invalidateTMcache(table) {
    table.flags = 0;
}
export function luaH_new(L) {
    L.l_G.guard?.table(L);
    return new Table(L);
}
function luaH_getint(table, key) {
    const { list } = table;
    if (typeof key === 'number' && key > 0 && key <= list.length)
        return list[key - 1] ?? absent;
    return table.strong.get(key) ?? absent;
}
function luaH_getstr(table, key) {
    return table.strong.get(key.hash ?? stringKey(key)) ?? absent;
}
export function luaH_get(L, table, key) {
    if (table.watch !== undefined)
        table.watch(L, key, false);
    const { type, value } = key;
    if (type === longStringType || type === shortStringType) {
        // safe: the tag says so.
        return luaH_getstr(table, value);
    }
    const integer = integerOf(key);
    if (integer !== undefined)
        return luaH_getint(table, integer);
    return table.strong.get(placeOf(key)) ?? absent;
}
export function luaH_setint(table, key, value) {
    if (typeof key === 'number' && key > 0 && key <= table.size) {
        setSlot(table, key - 1, value);
        return;
    }
    const field = table.strong.get(key);
    if (field !== undefined)
        field.setfrom(value);
    else if (value.type !== nilType)
        addKey(table, new Value(integerType, key), value);
}
function luaH_setfrom(L, table, key, value) {
    if (table.watch !== undefined)
        table.watch(L, key, true);
    setKey(L, table, key, value);
}
/** Sets a field past the table's watch. Key and value are copied. */
export function setKey(L, table, key, value) {
    const integer = integerOf(key);
    if (integer !== undefined) {
        luaH_setint(table, integer, value);
        return;
    }
    if (key.type === nilType)
        raise(L, 'table index is nil');
    if (key.type === floatType && Number.isNaN(key.value))
        raise(L, 'table index is NaN');
    const field = table.strong.get(placeOf(key));
    if (field !== undefined)
        field.setfrom(value);
    else if (value.type !== nilType)
        addKey(table, new Value(key.type, key.value), value);
}
function luaH_getn(table) {
    const { size, list } = table;
    let present = 0;
    let missing = size;
    if (size === 0 || !isNil(list[size - 1])) {
        if (table.capacity === 0)
            return size;
        present = size;
        missing = size + 1;
        while (!isNil(luaH_getint(table, missing))) {
            present = missing;
            if (missing > integerMax / 2)
                return firstMissing(table) - 1;
            missing *= 2;
        }
    }
    while (missing - present > 1) {
        const middle = (missing + present) >>> 1;
        if (isNil(luaH_getint(table, middle)))
            missing = middle;
        else
            present = middle;
    }
    return present;
}
/** For tables whose keys are the powers of two. */
function firstMissing(table) {
    let key = 1;
    while (!isNil(luaH_getint(table, key)))
        key++;
    owe(key * passingInstructions);
    return key;
}
function luaH_next(L, table, keyIndex) {
    if (table.watch !== undefined)
        table.watch(L, undefined, false);
    // safe: lua_next has put key and value there.
    const [key, value] = [L.stack?.[keyIndex], L.stack?.[keyIndex + 1]];
    const { list, size, order } = table;
    let at = 0;
    if (key.type !== nilType) {
        const integer = integerOf(key);
        if (typeof integer === 'number' && integer > 0 && integer <= size)
            at = integer;
        else {
            const field = table.strong.get(placeOf(key));
            if (field === undefined)
                return raise(L, "invalid key to 'next'");
            at = size + field.at + 1;
        }
    }
    for (; at < list.length; at++) {
        const slot = list[at];
        owe(passingInstructions);
        if (slot === undefined || slot.type === nilType)
            continue;
        key.setivalue(at + 1);
        value.setfrom(slot);
        return true;
    }
    for (at = Math.max(0, at - size); at < order.length; at++) {
        const field = order[at];
        owe(passingInstructions);
        if (field.type === nilType)
            continue;
        key.setfrom(field.key);
        value.setfrom(field);
        return true;
    }
    return false;
}
/** Gives a table its sizes; it is new or keeps what it has. */
export function luaH_resize(table, size, fieldCount) {
    setSizes(table, size, fieldCount === 0 ? 0 : 2 ** (32 - Math.clz32(fieldCount - 1)));
}
/** The list of these elements, as a constructor makes it; they are the table's from now on. */
export function newList(L, elements) {
    const table = luaH_new(L);
    table.list = elements;
    table.size = elements.length;
    return table;
}
/** Room for the elements 1..count of a constructor. */
function luaH_reserve(table, count) {
    if (count > table.size)
        setSizes(table, count, table.capacity);
}
/** The integer that a key is, as floats are that are whole numbers; undefined for all others. */
function integerOf({ type, value }) {
    // safe: the tag says so.
    if (type === integerType)
        return value;
    if (type !== floatType)
        return undefined;
    // safe: the tag says so.
    const integer = floatToInteger(value);
    return integer === false ? undefined : integer;
}
function isNil(slot) {
    return slot === undefined || slot.type === nilType;
}
/** The key of the Map for a key that is no integer of the array part. */
function placeOf(key) {
    const { type, value } = key;
    // safe: the tag says so.
    if (type === longStringType || type === shortStringType)
        return stringKey(value);
    if (type === floatType)
        return integerOf(key) ?? value;
    return type === lightType ? lightPlace(value) : value;
}
const lightPlaces = new WeakMap();
/** Host values are keys of their own, never the object of Lua, number or string that they may be too. */
function lightPlace(value) {
    // No string of Lua has a character beyond one byte.
    if (typeof value === 'number' || typeof value === 'bigint')
        return `\u0100${value}`;
    if ((typeof value !== 'object' || value === null) && typeof value !== 'function') {
        throw new InvariantError('keys from outside of Lua are objects, functions or integers');
    }
    let place = lightPlaces.get(value);
    if (place === undefined) {
        place = {};
        lightPlaces.set(value, place);
    }
    return place;
}
function setSlot(table, index, value) {
    const { list } = table;
    const slot = list[index];
    if (slot !== undefined)
        slot.setfrom(value);
    else if (value.type !== nilType) {
        while (list.length < index)
            list.push(undefined);
        list[index] = new Value(value.type, value.value);
    }
}
/** Adds a key that the table does not have; the two parts take on new sizes where the rest is full. */
function addKey(table, key, value) {
    if (table.order.length >= table.capacity) {
        rehash(table, key);
        const index = indexOf(key);
        if (isBelow(index, table.size)) {
            setSlot(table, index, value);
            return;
        }
    }
    addField(table, new FieldValue(key, value));
}
function addField(table, field) {
    if (table.order === noFields) {
        table.order = [];
        table.strong = new Map();
    }
    field.at = table.order.length;
    table.order.push(field);
    table.strong.set(placeOf(field.key), field);
}
/** How many integer keys lie in (2^(i-1), 2^i]. */
const counts = new Int32Array(32);
/** Counts an integer key that could be in the array part. */
function countKey(key) {
    if (key <= 0)
        return 0;
    counts[32 - Math.clz32(key - 1)]++;
    return 1;
}
/** computesizes of ltable.c: the array part gets the largest power of two such that more than half of it is in use. */
function rehash(table, added) {
    const { list, order } = table;
    counts.fill(0);
    let listCount = 0;
    for (let index = 0; index < list.length; index++)
        if (!isNil(list[index]))
            listCount += countKey(index + 1);
    let fieldCount = 0;
    let integerCount = listCount + countKey(indexOf(added) + 1);
    for (const field of order) {
        if (field.type === nilType)
            continue;
        fieldCount++;
        integerCount += countKey(indexOf(field.key) + 1);
    }
    const wereCleared = fieldCount < order.length;
    let size = 0;
    let sizedCount = 0;
    for (let power = 1, bucket = 0, passed = 0; bucket < 32 && integerCount > power / 2; power *= 2, bucket++) {
        passed += counts[bucket];
        if (passed <= power / 2)
            continue;
        size = power;
        sizedCount = passed;
    }
    fieldCount += listCount + 1 - sizedCount;
    // A table whose keys come and go would be rebuilt at each change if there were no room to spare.
    if (wereCleared)
        fieldCount = Math.ceil(fieldCount * 1.25);
    luaH_resize(table, size, fieldCount);
}
/** Moves every field to the part it belongs to, and drops those that are nil. */
function setSizes(table, size, capacity) {
    const { list, order } = table;
    table.size = size;
    table.capacity = capacity;
    if (list === noSlots && size > 0)
        table.list = [];
    const vanished = list.length > size ? list.splice(size) : noSlots;
    if (vanished === noSlots && order.every((field) => field.type !== nilType && !isBelow(indexOf(field.key), size)))
        return;
    table.order = noFields;
    table.strong = noPlaces;
    for (let index = 0; index < vanished.length; index++) {
        const slot = vanished[index];
        if (slot === undefined || slot.type === nilType)
            continue;
        addField(table, new FieldValue(new Value(integerType, size + index + 1), slot));
    }
    for (const field of order) {
        if (field.type === nilType)
            continue;
        const index = indexOf(field.key);
        if (isBelow(index, size))
            setSlot(table, index, field);
        else
            addField(table, field);
    }
}
/** Where a key would be in the array part; -1 for one that is no integer. */
function indexOf({ type, value }) {
    return type === integerType && typeof value === 'number' && value <= integerMax ? value - 1 : -1;
}
function isBelow(index, size) {
    return index >= 0 && index < size;
}
function raise(L, text) {
    return ldebug.luaG_runerror(L, Buffer.from(text));
}
