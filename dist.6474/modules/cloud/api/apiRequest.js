export function parseAddress(url) {
    const [, scheme, authority, rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/([^/?#]*))?(.*)$/is.exec(url) ?? [];
    const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/s.exec(rest) ?? [];
    const host = authority?.replace(/^.*@/, '').toLowerCase();
    const ownPort = scheme?.toLowerCase() === 'https' ? /:443$/ : /:80$/;
    return {
        scheme: scheme?.toLowerCase(),
        host: host?.replace(ownPort, ''),
        path: path === '' ? '/' : path,
        query: parseFields(query),
    };
}
/** Fields of a query or of a form: `a=1&b=x%20y`. */
export function parseFields(text) {
    const fields = new Map();
    for (const part of text.split('&')) {
        if (part === '')
            continue;
        const [name, value = ''] = part.split(/=(.*)/s);
        const key = decodeField(name);
        if (!fields.has(key))
            fields.set(key, decodeField(value));
    }
    return fields;
}
function decodeField(text) {
    return decodePercent(text.replaceAll('+', ' '));
}
/** A percent sign that begins no escape stays as it is. */
export function decodePercent(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
export function readRequest(raw, captures, query) {
    const body = raw.body ?? '';
    const json = parseJson(body);
    return { raw, captures, query, form: json === undefined ? parseFields(body) : new Map(), json };
}
function parseJson(text) {
    if (!/^\s*[[{"\d-]/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** `$.server.count` or `$.groups[0].size` in a JSON value; undefined where there is none. */
export function valueAtPath(json, path) {
    let value = json;
    for (const [, key, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key ?? index))
            return undefined;
        value = Reflect.get(value, key ?? index);
    }
    return value;
}
/** What a setting such as `$.count`, `{n}` or `3` stands for in a request: a name is looked for in template, query and form. */
export function readSetting(setting, request) {
    if (typeof setting === 'number')
        return setting;
    if (setting.startsWith('$'))
        return valueAtPath(request.json, setting.slice(1));
    const name = /^\{([\w-]+)\}$/.exec(setting)?.[1];
    if (name === undefined)
        return setting;
    return request.captures.get(name) ?? request.query.get(name) ?? request.form.get(name);
}
