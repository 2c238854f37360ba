import { asSchema, mapSchemas } from './mapSchemas.js';
/** Keys that say something of one place and do not change what is valid there. */
const annotations = new Set(['description', 'default', 'examples']);
/** Characters from which a reference is shorter than what it stands for. */
const WORTH_SHARING = 80;
/**
 * A schema with the parts that stand in it more than once moved to `$defs`, the largest first.
 *
 * A place keeps its default, and what it says otherwise, beside the reference. A part is named by its title, else by the
 * key that it first stood under.
 */
export function shareRepeats(schema) {
    let result = schema;
    const names = new Set(Object.keys(asSchema(schema.$defs) ?? {}));
    for (let repeat = largestRepeat(result, names); repeat !== undefined; repeat = largestRepeat(result, names)) {
        const { core, name, note } = repeat;
        names.add(name);
        result = mapSchemas(result, (part) => coreOf(part) === core ? { ...without(noteOf(part), note), ...refTo(name) } : part);
        result = { ...result, $defs: { ...asSchema(result.$defs), [name]: { ...JSON.parse(core), ...note } } };
    }
    return result;
}
function without(note, common) {
    return Object.fromEntries(Object.entries(note).filter(([key, value]) => !isSame(value, common[key])));
}
/** The notes that all places have, as most of them say it; a default is each place's own. */
function commonNote(notes) {
    const keys = ['description', 'examples'].filter((key) => notes.every((note) => key in note));
    const entries = keys.flatMap((key) => {
        const values = notes.map((note) => note[key]);
        const most = values.find((value) => values.filter((other) => isSame(value, other)).length > values.length / 2);
        return most === undefined ? [] : [[key, most]];
    });
    return Object.fromEntries(entries);
}
function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
}
export function refTo(name) {
    return { $ref: `#/$defs/${name}` };
}
function largestRepeat(schema, names) {
    const seen = new Map();
    mapSchemas(schema, (part, key) => {
        const core = coreOf(part);
        if (core.length < WORTH_SHARING)
            return part;
        const place = seen.get(core) ?? { key, notes: [] };
        place.notes.push(noteOf(part));
        seen.set(core, place);
        return part;
    });
    const repeats = [...seen].filter(([, { notes }]) => notes.length > 1).sort(([a], [b]) => b.length - a.length);
    const [first] = repeats;
    if (first === undefined)
        return undefined;
    const [core, { key, notes }] = first;
    const { title } = JSON.parse(core);
    return { core, name: freeName(typeof title === 'string' ? title : key, names), note: commonNote(notes) };
}
function freeName(wanted, names) {
    const bare = wanted.replace(/[^\w]/g, '') || 'part';
    for (let number = 1;; number++) {
        const name = number === 1 ? bare : `${bare}${number}`;
        if (!names.has(name))
            return name;
    }
}
/** What a part allows, as text. */
function coreOf(part) {
    return JSON.stringify(Object.fromEntries(Object.entries(part).filter(([key]) => !annotations.has(key))));
}
function noteOf(part) {
    return Object.fromEntries(Object.entries(part).filter(([key]) => annotations.has(key)));
}
