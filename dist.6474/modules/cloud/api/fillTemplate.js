const placeholder = /\{([A-Za-z_][\w-]*)\}/g;
/** Names in braces of any text within a value. */
export function placeholdersIn(value) {
    if (typeof value === 'string')
        return [...value.matchAll(placeholder)].map(([, name]) => name);
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(placeholdersIn);
}
/** A text that is one name becomes its value, a list or a number too; within other text values stand as text. */
export function fillTemplate(value, lookup) {
    if (typeof value === 'string')
        return fillText(value, lookup);
    if (Array.isArray(value))
        return value.map((entry) => fillTemplate(entry, lookup));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillTemplate(entry, lookup)]));
}
function fillText(text, lookup) {
    const whole = /^\{([A-Za-z_][\w-]*)\}$/.exec(text)?.[1];
    return whole === undefined ? fillWithin(text, lookup) : (lookup(whole) ?? null);
}
export function fillWithin(text, lookup) {
    return text.replace(placeholder, (_, name) => {
        const value = lookup(name) ?? '';
        return typeof value === 'object' ? JSON.stringify(value) : String(value);
    });
}
