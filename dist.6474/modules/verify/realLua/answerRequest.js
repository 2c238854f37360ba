import { parseDuration } from '../../base/duration.js';
import { statusLine } from '../../cloud/api/apiReply.js';
import { answerCloudRequest, CloudRequestError, readMetricName, readService } from '../../policy/lua/cloudApi.js';
import { parseSleep } from '../../policy/lua/sleepText.js';
import { PolicyFault } from '../../policy/policy.js';
import { readDecision } from '../../policy/readDecision.js';
import { luaLiteral } from './luaLiteral.js';
import { instancesLiteral } from './observationLiteral.js';
const { text, float, count, table, list } = luaLiteral;
/** Whoever wants the host while its file loads is a script until it returns `decide`, as is who waits. */
export const scriptRequests = new Set(['metric', 'instances', 'scale_to', 'http']);
/** Even a wait of nothing takes this long, as in our own interpreter. */
const waitFloorSeconds = 0.001;
/** By the name of the request; they mean what the libraries of our own interpreter mean. */
const answerers = {
    clock: (_, host) => given(float((host.startSeconds ?? 0) + host.nowSeconds())),
    now: (_, host) => given(float(host.nowSeconds())),
    getenv: ([name], host) => {
        const value = host.env?.[String(name)];
        return given(value === undefined ? 'nil' : text(value));
    },
    log: ([line], host) => {
        host.log(String(line));
        return given();
    },
    metric: ([name, service], host) => {
        const value = host.observe(serviceOf(service, host)).metrics[readMetricName(String(name))];
        return given(value === undefined ? 'nil' : float(value));
    },
    instances: ([service], host) => given(instancesLiteral(host.observe(serviceOf(service, host)).instances)),
    history: ([name, span], host) => {
        if (!((parseDuration(String(span)) ?? 0) > 0)) {
            return { failure: `history got the span "${String(span)}", expected a duration such as "5m"` };
        }
        const pairs = host.observe().history(readMetricName(String(name)), String(span));
        return given(list(pairs.map(([seconds, value]) => list([float(seconds), float(value)]))));
    },
    sleep: ([span]) => {
        const seconds = typeof span === 'string' ? (parseDuration(span) ?? Number(span)) : span;
        if (typeof seconds !== 'number' || !(seconds >= 0)) {
            return { failure: 'sleep expects seconds >= 0 or a duration such as "1m30s"' };
        }
        return waited(seconds);
    },
    execute: ([command]) => {
        if (command === undefined || command === null)
            return given('false');
        const seconds = parseSleep(String(command));
        if (seconds !== undefined)
            return waited(seconds, 'true', text('exit'), '0');
        return { failure: `os.execute(${JSON.stringify(command)}) is not available in a policy: only "sleep N" is` };
    },
    scale_to: ([desired, service], host, fileName) => {
        const decision = readDecision(desired ?? Number.NaN, { fileName, timeSeconds: host.nowSeconds() });
        const answer = host.act(decision ?? { desired: 0 }, serviceOf(service, host));
        return waited(host.apiLatencySeconds, text(answer.result), count(answer.desired));
    },
    until: ([instant], host) => {
        const atSeconds = Number(instant);
        return { atSeconds, seconds: Math.max(0, atSeconds - host.nowSeconds()), results: [] };
    },
    http: (values, host) => waited(host.apiLatencySeconds, ...replyOf(values, host)),
    /** As http, for a caller that waits by itself: how long comes first. */
    request: (values, host) => given(float(Math.max(host.apiLatencySeconds, waitFloorSeconds)), ...replyOf(values, host)),
    json: ([source]) => {
        try {
            return given(jsonLiteral(JSON.parse(String(source))));
        }
        catch (thrown) {
            if (thrown instanceof SyntaxError)
                return { failure: 'Expected value but found invalid token' };
            throw thrown;
        }
    },
};
/** Answers a request of the driver; the user's mistakes come back as errors at the line that made them. */
export function answerRequest([name, values], host, fileName) {
    const answerer = Object.hasOwn(answerers, name) ? answerers[name] : undefined;
    if (answerer === undefined)
        return { failure: `there is no request "${name}"` };
    try {
        return answerer(values, host, fileName);
    }
    catch (thrown) {
        if (thrown instanceof CloudRequestError || thrown instanceof PolicyFault)
            return { failure: thrown.message };
        throw thrown;
    }
}
/** Findings are told by our own interpreter, and real ones count for themselves. */
function ignore() { }
/** Of a request: a method, a URL, a body and headers. */
function replyOf([method, url, body, sent], host) {
    const names = Object.entries(typeof sent === 'object' && sent !== null ? sent : {});
    const request = {
        method: String(method),
        url: String(url),
        headers: Object.fromEntries(names.map(([name, value]) => [name, String(value)])),
        body: typeof body === 'string' ? body : '',
    };
    const { code, headers, body: answer } = answerCloudRequest(request, { host, note: ignore, charge: ignore });
    const fields = Object.entries(headers).map(([name, value]) => [name, text(value)]);
    return [text(answer), count(code), table(Object.fromEntries(fields)), text(statusLine(code))];
}
/** JSON as Lua: what is null becomes the driver's own mark, numbers are floats. */
function jsonLiteral(value) {
    if (value === null || value === undefined)
        return 'jsonNull';
    if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') {
        return luaLiteral.scalar(value);
    }
    if (Array.isArray(value))
        return list(value.map(jsonLiteral));
    const fields = Object.entries(value).map(([name, field]) => [name, jsonLiteral(field)]);
    return table(Object.fromEntries(fields));
}
function given(...results) {
    return { results };
}
function waited(seconds, ...results) {
    return { seconds: Math.max(seconds, waitFloorSeconds), results };
}
function serviceOf(name, host) {
    return readService(name === null || name === undefined ? undefined : String(name), host);
}
