import { readSetting } from '../apiRequest.js';
export function hasFailed(outcome) {
    return 'error' in outcome;
}
/** The count that the request asks for, >= 0. */
export function countOf({ route, request }, otherwise) {
    if (route.count === undefined)
        return otherwise;
    const value = readSetting(route.count, request);
    const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof count === 'number' && Number.isFinite(count) && count >= 0)
        return count;
    const got = value === undefined ? 'is not in the request' : `is ${JSON.stringify(value).slice(0, 80)}`;
    return badRequest(route, `count: ${route.count} ${got}; a count >= 0 was expected`);
}
/** The identity that the request names; undefined where the route has none. */
export function idOf({ route, request }) {
    const setting = route.id ?? (request.captures.has('id') ? '{id}' : undefined);
    if (setting === undefined)
        return undefined;
    const value = readSetting(setting, request);
    if (typeof value === 'string' || typeof value === 'number')
        return String(value);
    return badRequest(route, `id: ${setting} is not in the request`);
}
/** The request does not have what its route reads from it: a mistake of the route or of the policy. */
export function badRequest({ match }, error) {
    return { code: 400, error, finding: `"${match}" answered 400: ${error}` };
}
export function notFound(what) {
    return { code: 404, error: `there is no ${what}` };
}
