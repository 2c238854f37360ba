import { decodePercent, parseAddress } from './apiRequest.js';
/** A method, then an address or a path that begins with a slash. */
export const matchPattern = /^[A-Za-z]+ +(?:[a-z][a-z0-9+.-]*:\/\/[^/?#\s]+(?:[/?][^\s#]*)?|\/[^\s#]*)$/;
export function parseTemplate(text) {
    const [, method, url] = /^(\S+) +(\S+)$/.exec(text) ?? ['', '', text];
    const names = [...url.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name);
    return { text, method: method.toUpperCase(), address: parseAddress(url), names };
}
/**
 * What the names of a template stand for in a request; undefined when it is another's.
 *
 * Method and path exactly; a host only where the template has one; of the query what the template names, in any order.
 * A name stands for anything but a slash.
 */
export function matchTemplate(template, request) {
    if (request.method.toUpperCase() !== template.method)
        return undefined;
    const found = new Map();
    return matchAddress(template.address, parseAddress(request.url), found) ? found : undefined;
}
function matchAddress(template, address, found) {
    if (template.host !== undefined) {
        if (template.scheme !== address.scheme)
            return false;
        if (!matchText(template.host, address.host ?? '', found))
            return false;
    }
    if (!matchText(template.path, address.path, found))
        return false;
    for (const [name, value] of template.query) {
        const given = address.query.get(name);
        if (given === undefined || !matchText(value, given, found, '.'))
            return false;
    }
    return true;
}
function matchText(template, text, found, any = '[^/]') {
    const names = [];
    const pattern = template
        .split(/(\{[\w-]+\})/)
        .map((part, index) => {
        if (index % 2 === 0)
            return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
        names.push(part.slice(1, -1));
        return `(${any}+)`;
    })
        .join('');
    const match = new RegExp(`^${pattern}$`, 's').exec(text);
    if (match === null)
        return false;
    for (const [index, name] of names.entries()) {
        const value = match[index + 1];
        found.set(name, any === '.' ? value : decodePercent(value));
    }
    return true;
}
/** Whether the first template takes every request of the second. */
export function coversTemplate(first, second) {
    if (first.method !== second.method)
        return false;
    return matchAddress(first.address, second.address, new Map());
}
/** Whether some request fits both. */
export function templatesMeet(first, second) {
    if (first.method !== second.method)
        return false;
    const [a, b] = [first.address, second.address];
    const hasBothHosts = a.host !== undefined && b.host !== undefined;
    if (hasBothHosts && (a.scheme !== b.scheme || !textsMeet(a.host, b.host)))
        return false;
    const [own, other] = [a.path.split('/'), b.path.split('/')];
    if (own.length !== other.length || !own.every((part, index) => textsMeet(part, other[index])))
        return false;
    return [...a.query].every(([name, value]) => {
        const theirs = b.query.get(name);
        return theirs === undefined || textsMeet(value, theirs);
    });
}
/** A name is matched against a template as if its braces were its value. */
function textsMeet(first, second) {
    return matchText(first, second, new Map()) || matchText(second, first, new Map());
}
