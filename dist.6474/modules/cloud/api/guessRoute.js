import { parseAddress, parseFields } from './apiRequest.js';
import { presets } from './presets/index.js';
/** What to add to a scenario so that a request finds an answer: a line to paste, with a guess of what it does. */
export function stanzaFor(request) {
    const { host = '' } = parseAddress(request.url);
    const preset = Object.values(presets).find(({ hosts }) => hosts.test(host));
    if (preset !== undefined)
        return `cloud: { api: { preset: ${preset.name} } }`;
    const settings = {
        match: JSON.stringify(`${request.method.toUpperCase()} ${templateOf(request)}`),
        ...guess(request),
    };
    const fields = Object.entries(settings).map(([key, value]) => `${key}: ${value}`);
    return `cloud: { api: { routes: [{ ${fields.join(', ')} }] } }`;
}
/** Segments that look like an identity become `{id}`; a query is left out unless it says which method is meant. */
function templateOf(request) {
    const [address] = request.url.split(/[?#]/, 1);
    const [, origin = '', path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)?(.*)$/is.exec(address) ?? [];
    const segments = path.split('/');
    const last = segments.findLastIndex(looksLikeId);
    const shown = segments.map((segment, index) => (index === last ? '{id}' : segment));
    const query = parseAddress(request.url).query;
    const action = [...query].find(([name]) => /^(action|method|cmd|op)$/i.test(name));
    return `${origin}${shown.join('/') || '/'}${action === undefined ? '' : `?${action[0]}=${action[1]}`}`;
}
/** Digits alone, a UUID, or letters that end in digits behind a dash: `42`, `i-0abc1`, `web-3`. */
function looksLikeId(segment) {
    if (/^v\d+(\.\d+)*(alpha|beta)?\d*$/i.test(segment))
        return false;
    return /^\d+$/.test(segment) || /^[0-9a-f-]{16,}$/i.test(segment) || /^[\w.]+-[\w-]*\d[\w-]*$/.test(segment);
}
const words = {
    hook: /hook|slack|notif|alert|event|audit|login|token|auth|pagerduty|telegram|mail/i,
    metric: /metric|\bcpu\b|load|usage|utili[sz]ation|monitor|stats|statistic/i,
    operation: /operation|action|task|job|activit|request/i,
    remove: /scale[-_]?(down|in)|terminate|delete|remove|destroy|shrink|stop/i,
    set: /resize|capacity|desired|replica|\bsize\b|scale|count/i,
};
function guess(request) {
    const { path } = parseAddress(request.url);
    const method = request.method.toUpperCase();
    const hasId = templateOf(request).includes('{id}');
    const count = countPath(request);
    if (words.hook.test(request.url.split('?', 1)[0]))
        return { does: 'nothing' };
    if (method === 'GET' || method === 'HEAD') {
        if (words.operation.test(path) && hasId)
            return { does: 'operation' };
        if (words.metric.test(path))
            return { does: 'metric', metric: 'cpu_utilization' };
        return { does: hasId ? 'get' : 'list' };
    }
    if (method === 'DELETE' || words.remove.test(path))
        return { does: 'remove', ...(hasId ? {} : count) };
    const isSet = words.set.test(path) && !/scale[-_]?(up|out)/i.test(path);
    if (isSet || method === 'PUT' || method === 'PATCH')
        return { does: 'set', count: '$.count', ...count };
    return { does: 'add', ...count };
}
/** Where the request seems to say how many. */
function countPath({ url, body = '' }) {
    const name = /count|size|desired|replica|capacity|number|^n$|^num/i;
    const key = /"([\w-]*)"\s*:\s*"?\d+(?:\.\d+)?"?\s*[,}]/g;
    const inBody = [...body.matchAll(key)].find(([, found]) => name.test(found))?.[1];
    if (inBody !== undefined)
        return { count: `$.${inBody}` };
    const fields = [...parseAddress(url).query, ...(body.includes('=') ? parseFields(body) : [])];
    const inQuery = fields.find(([found, value]) => name.test(found) && /^\d+$/.test(value))?.[0];
    return inQuery === undefined ? {} : { count: `"{${inQuery}}"` };
}
