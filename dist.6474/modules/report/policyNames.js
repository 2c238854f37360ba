import { shortestSuffixes } from '../base/shortestSuffixes.js';
/**
 * The names without what they have in common, in their order.
 *
 * All differ from each other and from the whole names of the others, so none can be read as another policy; where leaving out
 * would break that, all stay whole.
 */
export function factorNames(names) {
    if (names.length === 1)
        return [{ short: names[0], pattern: undefined }];
    const parsed = names.map(parse);
    const common = commonOf(parsed);
    const short = parsed.map((parts, index) => shorten(parts, names[index], common));
    const isAmbiguous = short.some((one, index) => names.some((name, other) => other !== index && (name === one.short || short[other].short === one.short)));
    return isAmbiguous ? names.map((name) => ({ short: name, pattern: undefined })) : short;
}
/** The names without what they have in common; see `factorNames`. */
export function shortNames(names) {
    return factorNames(names).map(({ short }) => short);
}
function parse(name) {
    return name.split(';').map((text) => {
        const [, prefix = '', stem, query] = /^([\w-]+=)?([^?]*)(?:\?(.*))?$/s.exec(text) ?? ['', '', text];
        return { prefix, stem, fields: query === undefined ? [] : query.split('&') };
    });
}
const textOf = ({ prefix, stem, fields }) => `${prefix}${stem}${fields.length === 0 ? '' : `?${fields.join('&')}`}`;
const groupOf = (parts) => JSON.stringify(parts.map(({ prefix, stem }) => [prefix, stem]));
const fieldsOf = (parts) => parts.flatMap(({ prefix, fields }) => fields.map((field) => prefix + field));
function commonOf(parsed) {
    const groups = new Map();
    for (const parts of parsed) {
        if (fieldsOf(parts).length > 0)
            groups.set(groupOf(parts), [...(groups.get(groupOf(parts)) ?? []), parts]);
    }
    const swept = [...groups].filter(([, members]) => members.length > 1);
    const ofSeveral = parsed.filter((parts) => parts.length > 1);
    const stems = [...new Set(parsed.flatMap((parts) => parts.map(({ stem }) => stem)))];
    const shortStems = shortestSuffixes(stems);
    return {
        fields: sharedBy([...groups.values()].flat().map(fieldsOf)),
        ofGroup: new Map(swept.map(([group, members]) => [group, sharedBy(members.map(fieldsOf))])),
        isOneGroup: groups.size === 1 && swept.length === 1,
        parts: sharedBy(ofSeveral.map((parts) => parts.map(textOf))),
        stems: new Map(stems.map((stem, index) => [stem, shortStems[index]])),
    };
}
/** What all lists have; nothing where there is only one list. */
function sharedBy(lists) {
    const [first, ...others] = lists;
    if (others.length === 0)
        return new Set();
    return new Set(first.filter((item) => others.every((list) => list.includes(item))));
}
function shorten(parts, name, common) {
    const group = groupOf(parts);
    const ofGroup = common.ofGroup.get(group);
    const isLeftOut = (prefix, field) => common.fields.has(prefix + field) || ofGroup?.has(prefix + field) === true;
    const rest = parts.map((part) => ({
        ...part,
        fields: part.fields.filter((field) => !isLeftOut(part.prefix, field)),
    }));
    const restCount = fieldsOf(rest).length;
    // The file's name alone would be read as the policy without its parameters.
    if (ofGroup !== undefined && restCount === 0 && fieldsOf(parts).length > 0)
        return { short: name, pattern: undefined };
    const isOfSweep = ofGroup !== undefined && common.isOneGroup;
    const short = isOfSweep ? sweepText(rest) : partsText(rest, parts, common);
    if (short === name || short === '')
        return { short: name, pattern: undefined };
    return { short, pattern: parts.map((part) => patternOf(part, isLeftOut)).join(';') };
}
/** `averageUtilization=60`; `web.averageUtilization=60` where the name binds services. */
function sweepText(parts) {
    return parts
        .flatMap(({ prefix, fields }) => fields.map((field) => (prefix === '' ? field : `${prefix.slice(0, -1)}.${field}`)))
        .join('&');
}
function partsText(rest, whole, { parts, stems }) {
    const own = rest.filter((_, index) => whole.length === 1 || !parts.has(textOf(whole[index])));
    return own.map((part) => textOf({ ...part, stem: stems.get(part.stem) ?? part.stem })).join(';');
}
function patternOf({ prefix, stem, fields }, isLeftOut) {
    const shown = fields.map((field) => (isLeftOut(prefix, field) ? field : field.replace(/=.*$/s, '=..')));
    return textOf({ prefix, stem, fields: shown });
}
/** Two characters that no terminal lacks. */
const cut = '..';
/** A name of at most `width` characters; a longer one is cut in the middle, so that both of its ends stay. */
export function fitName(name, width) {
    return cutAt([...name], width, Math.ceil((width - cut.length) / 2));
}
/** Keeps `headLength` characters before the cut and as many as fit after it. */
function cutAt(characters, width, headLength) {
    if (characters.length <= width)
        return characters.join('');
    if (width <= cut.length)
        return characters.slice(0, Math.max(0, width)).join('');
    const tailLength = width - cut.length - headLength;
    return `${characters.slice(0, headLength).join('')}${cut}${characters.slice(characters.length - tailLength).join('')}`;
}
/**
 * `fitName` of a list of different names, which stay different: where a cut in the middle would make some alike, all of these
 * are cut elsewhere, and where every cut would, they get their numbers in the list.
 */
export function fitNames(names, width) {
    const fitted = names.map((name) => fitName(name, width));
    const alike = new Map();
    fitted.forEach((text, index) => {
        alike.set(text, [...(alike.get(text) ?? []), index]);
    });
    for (const group of alike.values()) {
        if (group.length === 1)
            continue;
        const others = new Set(fitted.filter((_, index) => !group.includes(index)));
        const texts = cutsOf(group.map((index) => [...names[index]]), width).find((cuts) => new Set(cuts).size === group.length && !cuts.some((text) => others.has(text)));
        group.forEach((index, place) => {
            if (fitted[index] !== names[index])
                fitted[index] = texts?.[place] ?? numbered(names[index], { width, number: index + 1, taken: fitted });
        });
    }
    return fitted;
}
/** Ways to cut names at one place: nearest to the middle first, then with a second cut before what differs. */
function cutsOf(names, width) {
    const room = Math.max(0, width - cut.length);
    const heads = Array.from({ length: room + 1 }, (_, length) => length);
    const middle = Math.ceil(room / 2);
    heads.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const once = heads.map((head) => names.map((name) => cutAt(name, width, head)));
    const [first] = names;
    const same = first.findIndex((character, at) => names.some((name) => name[at] !== character));
    const lead = Math.floor(room / 3);
    if (same <= lead)
        return once;
    const fromDifference = (name) => name.slice(same, same + room - lead).join('');
    const twice = names.map((name) => `${name.slice(0, lead).join('')}${cut}${fromDifference(name)}`);
    return [...once, twice];
}
function numbered(name, { width, number, taken }) {
    // One number more than there are names: one of these texts is free.
    const tails = Array.from({ length: taken.length + 1 }, (_, offset) => `#${number + offset}`);
    const texts = tails.map((tail) => [...name].slice(0, Math.max(0, width - tail.length)).join('') + tail);
    return texts.find((text) => !taken.includes(text)) ?? name;
}
