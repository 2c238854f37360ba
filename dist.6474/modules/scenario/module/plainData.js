/**
 * What a module exports as JSON.
 *
 * The value was made by code that may have changed the language since: getters and proxies throw or never end, prototypes
 * have other methods. So nothing is called here but what was taken at the start, lists are walked by index, and the text is
 * written by hand.
 */
const { isArray } = Array;
const { getPrototypeOf } = Object;
const { ownKeys, getOwnPropertyDescriptor, get, apply } = Reflect;
const { isFinite: isFiniteNumber } = Number;
const quoted = JSON.stringify;
const { slice } = String.prototype;
const instanceName = Object.prototype.toString;
/** Values in all and levels of a scenario; those of people have some hundreds. */
export const dataLimits = { valueCount: 100_000, depth: 64, findingCount: 20, textCharacters: 1_000_000 };
/** Where something is no data, the text has `null`. */
export function plainData(value) {
    const walk = { notData: [], open: [], valueCount: 0, isOver: false };
    const json = textOf(value, [], walk);
    return { json, notData: walk.notData };
}
function textOf(value, path, walk) {
    walk.valueCount++;
    if (walk.isOver)
        return 'null';
    if (walk.valueCount > dataLimits.valueCount)
        return end(`has more than ${dataLimits.valueCount} values`, [], walk);
    if (value === null || value === true || value === false)
        return `${value}`;
    if (typeof value === 'string') {
        const { textCharacters } = dataLimits;
        if (value.length <= textCharacters)
            return quoted(value);
        return end(`is a text of ${value.length} characters; the limit is ${textCharacters}`, path, walk);
    }
    if (typeof value === 'number' && isFiniteNumber(value))
        return quoted(value);
    if (typeof value !== 'object')
        return refuse(nameOf(value), path, walk);
    try {
        return objectText(value, path, walk);
    }
    catch (thrown) {
        return fault(thrown, path, walk);
    }
}
function objectText(value, path, walk) {
    const { depth, findingCount } = dataLimits;
    for (let index = 0; index < walk.open.length; index++) {
        if (walk.open[index] === value)
            return refuse('a map or list that holds itself', path, walk);
    }
    if (path.length > depth)
        return end(`is nested more than ${depth} levels deep`, [path[0], path[1], path[2]], walk);
    if (walk.notData.length >= findingCount)
        return 'null';
    walk.open[walk.open.length] = value;
    const text = isArray(value) ? listText(value, path, walk) : mapText(value, path, walk);
    walk.open.length--;
    return text;
}
function listText(list, path, walk) {
    const { length } = list;
    if (length > dataLimits.valueCount) {
        return end(`is a list of ${length} items; the limit is ${dataLimits.valueCount}`, path, walk);
    }
    let text = '[';
    for (let index = 0; index < length; index++) {
        text += (index === 0 ? '' : ',') + childText(list, index, path, walk);
    }
    return `${text}]`;
}
function mapText(map, path, walk) {
    const prototype = getPrototypeOf(map);
    if (prototype !== null && getPrototypeOf(prototype) !== null)
        return refuse(kindOf(map), path, walk);
    // Some built-in objects have a prototype that looks like that of a map.
    const kind = apply(instanceName, map, []);
    if (kind !== '[object Object]')
        return refuse(kindOf(map), path, walk);
    const keys = ownKeys(map);
    let text = '{';
    for (let index = 0; index < keys.length; index++) {
        const key = keys[index];
        if (getOwnPropertyDescriptor(map, key)?.enumerable !== true)
            continue;
        if (typeof key === 'symbol')
            return refuse('a map with a symbol as a key', path, walk);
        if (key === '__proto__')
            return refuse('a map with the key __proto__', path, walk);
        const child = childText(map, key, path, walk);
        if (child !== '')
            text += `${text === '{' ? '' : ','}${quoted(key)}:${child}`;
    }
    return `${text}}`;
}
/** Empty for what a map need not have. */
function childText(holder, key, path, walk) {
    const here = joined(path, key);
    let child;
    try {
        child = get(holder, key);
    }
    catch (thrown) {
        return fault(thrown, here, walk);
    }
    if (child === undefined && typeof key === 'string')
        return '';
    return textOf(child, here, walk);
}
function joined(path, key) {
    const longer = [];
    for (let index = 0; index < path.length; index++)
        longer[index] = path[index];
    longer[path.length] = key;
    return longer;
}
function refuse(what, path, walk) {
    return found({ kind: 'kind', path, what }, walk);
}
function fault(thrown, path, walk) {
    return found({ kind: 'fault', path, what: `cannot be read: it throws ${messageOf(thrown)}` }, walk);
}
function end(what, path, walk) {
    walk.isOver = true;
    return found({ kind: 'limit', path, what }, walk);
}
function found(one, { notData }) {
    if (notData.length < dataLimits.findingCount)
        notData[notData.length] = one;
    return 'null';
}
function nameOf(value) {
    if (value === undefined)
        return 'nothing (undefined)';
    if (typeof value === 'number')
        return `${value}`;
    return typeof value === 'bigint' ? 'a BigInt' : `a ${typeof value}`;
}
/** `a Map`, `an instance of Stage`. */
function kindOf(value) {
    const name = get(getPrototypeOf(value) ?? {}, 'constructor')?.name;
    if (typeof name !== 'string' || name === '' || name === 'Object')
        return 'an object that is no map';
    const short = apply(slice, name, [0, 60]);
    const isBuiltIn = get(globalThis, name) === get(value, 'constructor');
    if (isBuiltIn)
        return `${short[0] === 'E' || short[0] === 'A' ? 'an' : 'a'} ${short}`;
    return `an instance of ${short}`;
}
/** The message of whatever was thrown, one that throws itself included. */
export function messageOf(thrown) {
    try {
        if (typeof thrown === 'function')
            return 'a function';
        if (typeof thrown === 'symbol')
            return 'a symbol';
        if (typeof thrown !== 'object' || thrown === null)
            return apply(slice, `${thrown}`, [0, 1000]);
        const { name, message } = thrown; // safe: only read
        if (typeof message !== 'string')
            return 'an object without a message';
        const text = typeof name === 'string' && name !== 'Error' ? `${name}: ${message}` : message;
        return apply(slice, text, [0, 1000]);
    }
    catch {
        return 'an object that cannot be read';
    }
}
