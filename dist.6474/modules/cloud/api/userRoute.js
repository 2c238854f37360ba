import { hasFailed } from './actions/action.js';
import { actions } from './actions/index.js';
import { jsonReply } from './apiReply.js';
import { readSetting } from './apiRequest.js';
import { fillTemplate, fillWithin } from './fillTemplate.js';
import { parseTemplate } from './urlTemplate.js';
/** Names that every reply may use, beside those of the route's own template. */
export const commonNames = ['service', 'desired', 'pending', 'starting', 'ready', 'draining', 'min', 'max', 'time'];
/** A route of the scenario as one that answers. */
export function userRoute(route) {
    const template = parseTemplate(route.match);
    return {
        template,
        answer(request, session) {
            const title = `${request.raw.method.toUpperCase()} ${request.raw.url}`;
            const service = serviceOf(route, request, session);
            if (!session.backend.serviceNames.includes(service)) {
                const error = `"${service}" is not a service of this policy; known: ${session.backend.serviceNames.join(', ')}`;
                return failureReply({ code: 404, error, finding: `"${route.match}" answered 404: ${error}` });
            }
            const call = { request, route, session, service, title };
            const outcome = actions[route.does].run(call);
            return hasFailed(outcome) ? failureReply(outcome) : replyOf(call, outcome);
        },
    };
}
function serviceOf({ service }, request, { backend }) {
    return service === undefined ? backend.serviceNames[0] : String(readSetting(service, request) ?? service);
}
function failureReply({ code, error, values, finding }) {
    const reply = jsonReply(code, { error, ...values });
    return finding === undefined ? reply : { ...reply, finding };
}
function replyOf({ route, request, session, service }, { code, values, shown }) {
    const { reply } = route;
    const lookup = (name) => {
        if (Object.hasOwn(values, name))
            return values[name];
        if (name === 'service')
            return service;
        if (name === 'time')
            return session.nowText;
        const counts = { ...session.backend.counts(service) };
        return counts[name] ?? request.captures.get(name);
    };
    const status = reply.status ?? code;
    const given = Object.entries(reply.headers).map(([name, text]) => [name.toLowerCase(), fillWithin(text, lookup)]);
    const headers = Object.fromEntries(given);
    if (reply.text !== undefined) {
        return {
            code: status,
            headers: { 'content-type': 'text/plain', ...headers },
            body: fillWithin(reply.text, lookup),
        };
    }
    if (reply.json !== undefined)
        return jsonReply(status, fillTemplate(reply.json, lookup), headers);
    if (status === 204)
        return { code: status, headers, body: '' };
    return jsonReply(status, Object.fromEntries(shown.map((name) => [name, lookup(name) ?? null])), headers);
}
