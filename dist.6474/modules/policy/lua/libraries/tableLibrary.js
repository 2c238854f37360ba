import { fengari } from '../fengariApi.js';
import { raiseAtCaller, setFunctions } from '../luaLibrary.js';
import { luaText } from '../luaText.js';
import { TextBuilder } from './textBuilder.js';
const { lua, lauxlib } = fengari;
/** Reading and writing an element, metamethods aside; comparing and exchanging two. */
const elementCharge = 10;
const comparisonCharge = 12;
/** The largest integer, and so the largest index, as a float. */
const integerLimit = 2 ** 63;
/** C's INT_MAX: how many values or elements these functions take. */
const countLimit = 2 ** 31 - 1;
/**
 * Gives `table` (on top of the stack) functions that charge for every element as they go: how many there are may come
 * from a `__len` of the policy's own.
 *
 * The same as ltablib.c of Lua 5.3, whose messages they give; `pack` stays fengari's.
 */
export function guardTables(L, run) {
    setFunctions(L, {
        concat: concat(run),
        insert: insert(run),
        move: move(run),
        remove: remove(run),
        sort: sort(run),
        unpack: unpack(run),
    });
}
/** Raises an error unless the argument is a table, or has the metamethods to be used like one. */
function checkTable(L, argument, uses) {
    if (lua.lua_type(L, argument) === lua.LUA_TTABLE)
        return;
    const isUsable = uses.every((use) => {
        if (lauxlib.luaL_getmetafield(L, argument, luaText.key(use)) === lua.LUA_TNIL)
            return false;
        lua.lua_pop(L, 1);
        return true;
    });
    if (!isUsable)
        lauxlib.luaL_checktype(L, argument, lua.LUA_TTABLE);
}
function lengthOf(L, uses) {
    checkTable(L, 1, [...uses, '__len']);
    return lauxlib.luaL_len(L, 1);
}
function checkArgument(L, isRight, argument, message) {
    if (!isRight)
        lauxlib.luaL_argerror(L, argument, luaText.key(message));
}
/** t[to] = t[from] of the tables at two arguments. */
function copy(run, L, { from, to, target = 1 }) {
    run.guard.charge(L, elementCharge);
    lua.lua_geti(L, 1, from);
    lua.lua_seti(L, target, to);
}
function insert(run) {
    return (L) => {
        const end = lengthOf(L, ['__index', '__newindex']) + 1;
        const count = lua.lua_gettop(L);
        if (count !== 2 && count !== 3)
            return raiseAtCaller(L, "wrong number of arguments to 'insert'");
        const position = count === 2 ? end : lauxlib.luaL_checkinteger(L, 2);
        if (count === 3)
            checkArgument(L, 1 <= position && position <= end, 2, 'position out of bounds');
        for (let index = end; index > position; index--)
            copy(run, L, { from: index - 1, to: index });
        lua.lua_seti(L, 1, position);
        return 0;
    };
}
function remove(run) {
    return (L) => {
        const length = lengthOf(L, ['__index', '__newindex']);
        const position = lauxlib.luaL_optinteger(L, 2, length);
        if (position !== length)
            checkArgument(L, 1 <= position && position <= length + 1, 1, 'position out of bounds');
        lua.lua_geti(L, 1, position);
        let index = position;
        for (; index < length; index++)
            copy(run, L, { from: index + 1, to: index });
        lua.lua_pushnil(L);
        lua.lua_seti(L, 1, index);
        return 1;
    };
}
function move(run) {
    return (L) => {
        const first = lauxlib.luaL_checkinteger(L, 2);
        const last = lauxlib.luaL_checkinteger(L, 3);
        const to = lauxlib.luaL_checkinteger(L, 4);
        const target = lua.lua_isnoneornil(L, 5) ? 1 : 5;
        checkTable(L, 1, ['__index']);
        checkTable(L, target, ['__newindex']);
        lua.lua_settop(L, 5);
        if (last >= first) {
            checkArgument(L, first > 0 || last < integerLimit + first, 3, 'too many elements to move');
            const count = last - first + 1;
            checkArgument(L, to <= integerLimit - count + 1, 4, 'destination wrap around');
            const isApart = to > last || to <= first || (target !== 1 && !lua.lua_compare(L, 1, target, lua.LUA_OPEQ));
            for (let step = 0; step < count; step++) {
                const offset = isApart ? step : count - 1 - step;
                copy(run, L, { from: first + offset, to: to + offset, target });
            }
        }
        lua.lua_pushvalue(L, target);
        return 1;
    };
}
function concat(run) {
    return (L) => {
        const length = lengthOf(L, ['__index']);
        const separator = lauxlib.luaL_optstring(L, 2, new Uint8Array());
        const first = lauxlib.luaL_optinteger(L, 3, 1);
        const last = lauxlib.luaL_optinteger(L, 4, length);
        const text = new TextBuilder(L);
        // Counted: beyond 2^53 one more is the same number.
        for (let offset = 0; offset <= last - first; offset++) {
            const index = first + offset;
            run.guard.charge(L, elementCharge);
            const type = lua.lua_geti(L, 1, index);
            if (type !== lua.LUA_TSTRING && type !== lua.LUA_TNUMBER) {
                const name = luaText.read(lua.lua_typename(L, type));
                raiseAtCaller(L, `invalid value (${name}) at index ${index} in table for 'concat'`);
            }
            text.add(lua.lua_tostring(L, -1) ?? new Uint8Array());
            if (offset < last - first)
                text.add(separator);
            lua.lua_pop(L, 1);
        }
        text.push();
        return 1;
    };
}
function unpack(run) {
    return (L) => {
        const first = lauxlib.luaL_optinteger(L, 2, 1);
        const last = lua.lua_isnoneornil(L, 3) ? lauxlib.luaL_len(L, 1) : lauxlib.luaL_checkinteger(L, 3);
        const count = Math.max(0, last - first + 1);
        if (count >= countLimit || !lua.lua_checkstack(L, count))
            raiseAtCaller(L, 'too many results to unpack');
        for (let offset = 0; offset < count; offset++) {
            run.guard.charge(L, elementCharge);
            lua.lua_geti(L, 1, first + offset);
        }
        return count;
    };
}
/**
 * Quicksort, as in ltablib.c: the pivot is the middle element, the median of three.
 *
 * Lua (and fengari) draw a random pivot for large unbalanced parts, which would make two runs differ. Worst case
 * O(n^2), charged as it goes.
 */
function sort(run) {
    return (L) => {
        const count = lengthOf(L, ['__index', '__newindex']);
        if (count < 2)
            return 0;
        checkArgument(L, count < countLimit, 1, 'array too big');
        if (!lua.lua_isnoneornil(L, 2))
            lauxlib.luaL_checktype(L, 2, lua.LUA_TFUNCTION);
        lua.lua_settop(L, 2);
        if (!lua.lua_checkstack(L, 40))
            raiseAtCaller(L, 'too many elements to sort');
        sortRange(run, L, 1, count);
        return 0;
    };
}
function sortRange(run, L, first, last) {
    let low = first;
    let high = last;
    while (low < high) {
        run.guard.charge(L, (high - low) * comparisonCharge);
        orderPair(L, low, high);
        if (high - low === 1)
            return;
        const middle = Math.floor((low + high) / 2);
        orderPair(L, low, middle);
        orderPair(L, middle, high);
        if (high - low === 2)
            return;
        swap(L, middle, high - 1);
        const border = partition(L, low, high);
        // The smaller part by recursion, the larger by the loop: at most log2(n) levels.
        if (border - low < high - border) {
            sortRange(run, L, low, border - 1);
            low = border + 1;
        }
        else {
            sortRange(run, L, border + 1, high);
            high = border - 1;
        }
    }
}
/** Invariant: the pivot is at high - 1, t[low] <= pivot <= t[high]; afterwards at the returned index. */
function partition(L, low, high) {
    let left = low;
    let right = high - 1;
    while (true) {
        while (isLess(L, ++left, high - 1))
            if (left === high - 1)
                raiseOrder(L);
        while (isLess(L, high - 1, --right))
            if (right < left)
                raiseOrder(L);
        if (right < left) {
            swap(L, high - 1, left);
            return left;
        }
        swap(L, left, right);
    }
}
function raiseOrder(L) {
    return raiseAtCaller(L, 'invalid order function for sorting: it must say false for equal elements');
}
function orderPair(L, low, high) {
    if (isLess(L, high, low))
        swap(L, low, high);
}
function isLess(L, left, right) {
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
function swap(L, left, right) {
    lua.lua_geti(L, 1, left);
    lua.lua_geti(L, 1, right);
    lua.lua_seti(L, 1, left);
    lua.lua_seti(L, 1, right);
}
