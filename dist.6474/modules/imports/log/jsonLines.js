import { parseDecimal } from '../../base/numberText.js';
import { parseTime } from '../../traffic/trace/time.js';
import { readClfTime } from './combined.js';
import { arrivalOf, plausible, readBytes, readRequest, readUpstream, } from './lineFormat.js';
/**
 * One JSON object a line, as nginx (log_format escape=json), Caddy, Traefik, Envoy and load balancers write.
 *
 * Stamped at the arrival: Traefik's StartUTC (its docs, "Access Logs"), Envoy's start_time (`%START_TIME%`), an ALB's
 * request_creation_time. All others at the answer: nginx, Caddy's `ts` (its log is written when the answer is done).
 */
export const jsonLines = {
    name: 'json',
    example: '{"time": "2026-03-01T12:00:00Z", "status": 200}',
    read(text) {
        const record = parseObject(text);
        if (record === undefined)
            return undefined;
        const start = firstOf(record, startKeys, readTime);
        const time = start ?? firstOf(record, timeKeys, readTime);
        if (time === undefined)
            return undefined;
        const latencySeconds = latencyOf(record);
        const arrival = start === undefined ? arrivalOf(time.seconds, latencySeconds) : { seconds: time.seconds, stamp: 'arrival' };
        const request = firstOf(record, ['request', 'requestLine'], readText);
        return {
            ...arrival,
            zoneSeconds: time.zoneSeconds,
            status: firstOf(record, statusKeys, readStatus),
            isDamaged: false,
            method: firstOf(record, methodKeys, readText),
            path: firstOf(record, pathKeys, readText),
            ...(request === undefined ? {} : readRequest(request)),
            agent: firstOf(record, agentKeys, readText) ?? caddyAgent(record),
            latencySeconds,
            upstreamSeconds: upstreamOf(record),
            responseBytes: firstOf(record, byteKeys, (value) => readBytes(String(value))),
            client: firstOf(record, clientKeys, readText),
        };
    },
};
/** Keys that hold the arrival; a dot leads into an object. */
const startKeys = ['StartUTC', 'StartLocal', 'start_time', 'request_creation_time'];
/** Keys that hold the time of the line, the most telling first. */
const timeKeys = ['time', 'timestamp', '@timestamp', 'ts', 'time_iso8601', 'time_local', 'msec', 'datetime', 'date'];
const statusKeys = [
    'status',
    'status_code',
    'statusCode',
    'response_code',
    'DownstreamStatus',
    'code',
    'response.status',
    'httpRequest.status',
    'http.response.status_code',
    'elb_status_code',
];
const methodKeys = ['request_method', 'method', 'RequestMethod', 'request.method', 'httpRequest.requestMethod'];
const pathKeys = ['request_uri', 'uri', 'path', 'RequestPath', 'request.uri', 'httpRequest.requestUrl', 'url'];
const agentKeys = ['http_user_agent', 'user_agent', 'userAgent', 'request_User-Agent', 'httpRequest.userAgent'];
const byteKeys = ['body_bytes_sent', 'bytes_sent', 'size', 'DownstreamContentSize', 'httpRequest.responseSize'];
const clientKeys = [
    ...['remote_addr', 'client_ip', 'remote_ip', 'ClientHost', 'request.client_ip', 'request.remote_ip'],
    ...['httpRequest.remoteIp', 'x_forwarded_for', 'downstream_remote_address', 'ClientAddr'],
];
/** Each server has its unit: nginx seconds, Traefik nanoseconds, Caddy seconds, Envoy milliseconds. Others are not guessed. */
function latencyOf(record) {
    const nginx = firstOf(record, ['request_time'], readNumbers);
    if (nginx !== undefined)
        return nginx;
    const traefik = numberAt(record, 'Duration');
    if (traefik !== undefined)
        return plausible(traefik / 1e9);
    const duration = numberAt(record, 'duration');
    if (duration === undefined)
        return undefined;
    if (record.start_time !== undefined)
        return plausible(duration / 1e3);
    return record.ts !== undefined && asFields(record.request) !== undefined ? plausible(duration) : undefined;
}
function upstreamOf(record) {
    const nginx = firstOf(record, ['upstream_response_time'], readNumbers);
    if (nginx !== undefined)
        return nginx;
    const traefik = numberAt(record, 'OriginDuration');
    if (traefik !== undefined)
        return plausible(traefik / 1e9);
    const envoy = numberAt(record, 'upstream_service_time') ?? numberAt(record, 'x-envoy-upstream-service-time');
    return envoy === undefined ? undefined : plausible(envoy / 1e3);
}
/** Headers are lists there. */
function caddyAgent(record) {
    const agents = insideOf(record, 'request.headers.User-Agent');
    return Array.isArray(agents) ? readText(agents[0]) : undefined;
}
function numberAt(record, key) {
    const value = record[key];
    const number = typeof value === 'string' ? parseDecimal(value.trim()) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
function readNumbers(value) {
    return typeof value === 'string' || typeof value === 'number' ? readUpstream(String(value)) : undefined;
}
function readText(value) {
    return typeof value === 'string' && value !== '' && value !== '-' ? value : undefined;
}
function parseObject(text) {
    try {
        return asFields(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
function asFields(value) {
    // safe: an object that is no list is a map of unknown values.
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}
/** The first key whose value can be read. */
function firstOf(record, keys, read) {
    for (const key of keys) {
        const found = read(Object.hasOwn(record, key) ? record[key] : insideOf(record, key));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function insideOf(record, path) {
    let value = record;
    for (const key of path.split('.'))
        value = asFields(value)?.[key];
    return value;
}
function readTime(value) {
    if (typeof value === 'number')
        return timeOf(inSeconds(value), undefined);
    if (typeof value !== 'string')
        return undefined;
    const clf = readClfTime(value);
    if (clf !== undefined)
        return clf;
    const seconds = parseTime(value, 's');
    if (seconds === undefined)
        return undefined;
    const isNumber = /^[\d.]+$/.test(value.trim());
    return timeOf(isNumber ? inSeconds(seconds) : seconds, zoneOf(value));
}
/** A log has no requests before 1970, nor after the year 5138. */
function timeOf(seconds, zoneSeconds) {
    return seconds >= 0 && seconds < 1e11 ? { seconds, zoneSeconds } : undefined;
}
/** Numbers beyond the year 5138 in seconds count in milliseconds, micro- or nanoseconds. */
function inSeconds(value) {
    if (value < 1e11)
        return value;
    if (value < 1e14)
        return value / 1e3;
    return value < 1e17 ? value / 1e6 : value / 1e9;
}
function zoneOf(text) {
    if (/Z\s*$/.test(text))
        return 0;
    const match = /([+-])(\d{2}):?(\d{2})\s*$/.exec(text.slice(11));
    return match === null ? undefined : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}
function readStatus(value) {
    const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
    return typeof status === 'number' && status >= 0 && status < 1000 ? status : undefined;
}
