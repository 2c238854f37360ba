import { fengari, LuaTable } from './fengariApi.js';
const { lstring } = fengari;
/** Measured on Node 20: what a table's array part and its fields take, each with a floor; a closure; a string's objects beside its bytes. */
const listBytes = 150;
const elementBytes = 60;
const fieldsBytes = 400;
const fieldBytes = 140;
const objectBytes = 120;
const stringBytes = 150;
/**
 * Bytes of everything a Lua state can still reach.
 *
 * A walk like a collector's mark phase: JavaScript tells nobody how much memory a part of the heap holds, and bytes
 * outside the heap escape a worker's limits. Deterministic, so the same policy fails at the same instant everywhere.
 * O(objects alive).
 */
export function measureLiveBytes(state, tableBytes) {
    const seen = new Set();
    const open = [];
    let bytes = 0;
    const visit = (value) => {
        if (typeof value !== 'object' || value === null || seen.has(value))
            return;
        seen.add(value);
        open.push(value);
    };
    visit(state.l_registry.value);
    visit(state.mainthread);
    for (const metatable of state.mt)
        visit(metatable);
    for (let object = open.pop(); object !== undefined; object = open.pop()) {
        if (object instanceof lstring.TString)
            bytes += stringBytes + object.realstring.length;
        else if (object instanceof LuaTable)
            bytes += tableBytes + visitTable(object, visit);
        else
            bytes += objectBytes + visitOther(object, visit);
    }
    return bytes;
}
function visitTable(table, visit) {
    visit(table.metatable);
    for (const slot of table.list)
        visit(slot?.value);
    for (const { key, value } of table.order) {
        visit(key.value);
        visit(value);
    }
    return partBytes(table.list, listBytes, elementBytes) + partBytes(table.order, fieldsBytes, fieldBytes);
}
function partBytes(part, floorBytes, eachBytes) {
    return part.length === 0 ? 0 : floorBytes + part.length * eachBytes;
}
/** Closures, their prototypes and threads: lists of values under the names fengari gives them. */
function visitOther(object, visit) {
    if ('p' in object) {
        if (Array.isArray(object.p))
            for (const child of object.p)
                visit(child);
        else
            visit(object.p);
    }
    let count = 0;
    for (const list of valueLists(object)) {
        for (const value of list)
            visit(value?.value);
        count += list.length;
    }
    return count * 50;
}
function* valueLists(object) {
    for (const name of ['upvals', 'upvalue', 'k', 'stack']) {
        // safe: in every object of fengari these names hold arrays of TValue, or null in a closed thread.
        const list = object[name];
        if (list !== undefined && list !== null)
            yield list;
    }
}
