import { calendarTime, monthNames } from '../../base/utcCalendar.js';
/** An address that is nobody's (RFC 5737). */
const clientAddress = '192.0.2.1';
const agent = 'dryscale';
/**
 * Lines as nginx writes them (ngx_http_log_module): stamped at the end, times in seconds with three decimals.
 *
 * `combined` is its format of that name with `$request_time $upstream_response_time` behind it; `json` one with `escape=json`.
 */
export const logFormats = {
    combined: (request, startSeconds) => [
        `${clientAddress} - - [${localTime(startSeconds + request.endSeconds)}]`,
        `"${requestLine(request)}" ${request.status} ${request.bytes} "-" "${agent}"`,
        request.seconds.toFixed(3),
        upstreamText(request),
    ].join(' '),
    json: (request, startSeconds) => JSON.stringify({
        msec: (startSeconds + request.endSeconds).toFixed(3),
        remote_addr: clientAddress,
        request: requestLine(request),
        status: request.status,
        body_bytes_sent: request.bytes,
        request_time: Number(request.seconds.toFixed(3)),
        upstream_response_time: upstreamText(request),
        http_user_agent: agent,
    }),
};
function requestLine({ requestClass }) {
    return `GET /${requestClass} HTTP/1.1`;
}
/** A time for each server that was tried; `-` where none was reached. */
function upstreamText({ upstreamSeconds }) {
    return upstreamSeconds.length === 0 ? '-' : upstreamSeconds.map((seconds) => seconds.toFixed(3)).join(', ');
}
/** `$time_local` of a server in UTC: `05/Jan/2026:00:00:01 +0000`. */
function localTime(seconds) {
    const { year, month, day, hour, minute, second } = calendarTime(seconds);
    const two = (value) => String(value).padStart(2, '0');
    return `${two(day)}/${monthNames[month - 1]}/${year}:${two(hour)}:${two(minute)}:${two(second)} +0000`;
}
