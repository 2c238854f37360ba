import { monthNames, utcSeconds } from '../../base/utcCalendar.js';
import { arrivalOf, plausible, readBytes, readRequest, readUpstream } from './lineFormat.js';
/**
 * The Common and Combined Log Formats of Apache and nginx, also with a virtual host before them and fields behind them.
 *
 * Read from the time on: what stands before it may hold blanks (user names do). nginx stamps a line when it writes it, after
 * the answer (ngx_http_log_module, `$time_local`), and counts `$request_time` in seconds with three decimals. Apache stamps it
 * with the instant at which the request was received (mod_log_config, `%t`), and counts `%D` and `%T` in whole numbers; Traefik
 * does as Apache, with a unit (`12ms`). So three decimals tell nginx; a line without a duration stays where it is.
 */
export const combined = {
    name: 'combined',
    example: '192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5120 "-" "curl/8.0"',
    read(text) {
        const match = pattern.exec(text);
        if (match === null)
            return undefined;
        const time = readClfTime(match[1]);
        if (time === undefined)
            return undefined;
        const [, , request, status, size, rest] = match;
        // Most lines have referer and agent behind the bytes; of others the second text in quotes is the agent.
        const usual = refererAndAgent.exec(rest);
        const behind = usual === null ? rest : rest.slice(usual[0].length);
        const agent = usual === null ? [...rest.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)"/g)].at(1)?.[1] : usual[1];
        const { latencySeconds, upstreamSeconds, isAtArrival } = durationsOf(behind);
        const { seconds, stamp } = isAtArrival
            ? { seconds: time.seconds, stamp: 'arrival' }
            : arrivalOf(time.seconds, latencySeconds);
        const { method, path } = readRequest(request);
        // Every field by its name: spreads would cost 10 us a line.
        return {
            seconds,
            stamp,
            zoneSeconds: time.zoneSeconds,
            status: Number(status),
            isDamaged: quoteCountOf(rest) % 2 === 1,
            method,
            path,
            agent,
            latencySeconds,
            upstreamSeconds,
            responseBytes: readBytes(size),
            client: clientOf(text.slice(0, match.index)),
        };
    },
};
/** `[time] "request" status bytes` and the rest. */
const pattern = /\[([^\]"]{20,40})\] "([^"\\]*(?:\\.[^"\\]*)*)" (\d{3}) (\d+|-)(?=\s|$)(.*)$/;
const refererAndAgent = /^\s*"[^"\\]*(?:\\.[^"\\]*)*"\s*"([^"\\]*(?:\\.[^"\\]*)*)"/;
/** Quotes come in pairs; an escaped one belongs to the text. */
function quoteCountOf(text) {
    let count = 0;
    for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1))
        if (text[at - 1] !== '\\')
            count++;
    return count;
}
/** The address before the time; a virtual host may stand before it. */
function clientOf(before) {
    const [first, second] = before.trimStart().split(' ', 2);
    return ([first, second].find((word) => /^[\da-f]*[.:][\da-f.:]+$/i.test(word ?? '')) ?? (first === '' ? undefined : first));
}
/** nginx, of one server or several: `0.004`, `"0.001, 0.003"`. */
const nginxSeconds = /(?<![\w.:/-])(\d+\.\d{3}(?:\s*[,:]\s*(?:\d+\.\d{3}|-))*)(?![\w.])/g;
const requestTime = /(?:^|\s)(?:rt|request_time)[=:]"?([\d.,: -]*)/;
const upstreamTime = /(?:^|\s)(?:urt|upstream_response_time)[=:]"?([\d.,: -]*)/;
/** What stands behind the agent: referer and agent may hold anything. */
function durationsOf(behind) {
    if (behind === '')
        return { isAtArrival: false };
    const byName = requestTime.exec(behind)?.[1];
    const upstreamByName = upstreamTime.exec(behind)?.[1];
    if (byName !== undefined) {
        const upstreamSeconds = upstreamByName === undefined ? undefined : readUpstream(upstreamByName);
        return { latencySeconds: readUpstream(byName), upstreamSeconds, isAtArrival: false };
    }
    const [first, second] = [...behind.matchAll(nginxSeconds)].map(([, text]) => text);
    if (first !== undefined) {
        const upstreamSeconds = second === undefined ? undefined : readUpstream(second);
        return { latencySeconds: readUpstream(first), upstreamSeconds, isAtArrival: false };
    }
    const withUnit = /(?:^|\s)(\d+)ms\s*$/.exec(behind);
    if (withUnit !== null)
        return { latencySeconds: plausible(Number(withUnit[1]) / 1000), isAtArrival: true };
    // A whole number: %D or %T, and which of them nobody knows. The stamp is the arrival either way.
    return { isAtArrival: /^\s*"?\d+"?(?:\s|$)/.test(behind) };
}
/** A time such as `17/May/2015:10:05:03 +0200`. */
export function readClfTime(text) {
    const match = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(\.\d+)? ([+-])(\d{2})(\d{2})$/.exec(text);
    if (match === null)
        return undefined;
    const month = monthNames.indexOf(match[2]) + 1;
    const [day, year, hour, minute, second] = [match[1], match[3], match[4], match[5], match[6]].map(Number);
    if (month < 1 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60)
        return undefined;
    const zoneSeconds = (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 3600 + Number(match[10]) * 60);
    const seconds = utcSeconds({ year, month, day, hour, minute, second }) + Number(match[7] ?? 0);
    return { seconds: seconds - zoneSeconds, zoneSeconds };
}
