import { monthNames, utcSeconds } from '../../base/utcCalendar.js';
import { arrivalOf, type LineFormat, plausible, readBytes, readRequest, readUpstream } from './lineFormat.js';

/**
 * The Common and Combined Log Formats of Apache and nginx, also with a virtual host before them and fields behind them.
 *
 * Read from the time on: what stands before it may hold blanks (user names do). nginx stamps a line when it writes it, after
 * the answer (ngx_http_log_module, `$time_local`), and counts `$request_time` in seconds with three decimals. Apache stamps it
 * with the instant at which the request was received (mod_log_config, `%t`), and counts `%D` and `%T` in whole numbers; Traefik
 * does as Apache, with a unit (`12ms`). So three decimals tell nginx; a line without a duration stays where it is.
 */
export const combined: LineFormat = {
  name: 'combined',
  example: '192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5120 "-" "curl/8.0"',
  read(text) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const time = readClfTime(match[1]);
    if (time === undefined) return undefined;
    const [, , request, status, size, rest] = match;
    // Quotes come in pairs; an escaped one belongs to the text.
    const quoteCount = (rest.match(/(?<!\\)"/g) ?? []).length;
    const quoted = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    const { latencySeconds, upstreamSeconds, isAtArrival } = durationsOf(rest);
    return {
      ...(isAtArrival ? { seconds: time.seconds, stamp: 'arrival' } : arrivalOf(time.seconds, latencySeconds)),
      zoneSeconds: time.zoneSeconds,
      status: Number(status),
      isDamaged: quoteCount % 2 === 1,
      ...readRequest(request),
      agent: quoted[1],
      latencySeconds,
      upstreamSeconds,
      responseBytes: readBytes(size),
      client: clientOf(text.slice(0, match.index)),
    };
  },
};

/** `[time] "request" status bytes` and the rest. */
const pattern = /\[([^\]"]{20,40})\] "((?:[^"\\]|\\.)*)" (\d{3}) (\d+|-)(?=\s|$)(.*)$/;

/** The address before the time; a virtual host may stand before it. */
function clientOf(before: string): string | undefined {
  const [first, second] = before.trimStart().split(' ', 2);
  return (
    [first, second].find((word) => /^[\da-f]*[.:][\da-f.:]+$/i.test(word ?? '')) ?? (first === '' ? undefined : first)
  );
}

interface Durations {
  readonly latencySeconds?: number | undefined;
  readonly upstreamSeconds?: number | undefined;
  /** The server that counts like this stamps the arrival. */
  readonly isAtArrival: boolean;
}

/** nginx, of one server or several: `0.004`, `"0.001, 0.003"`. */
const nginxSeconds = /(?<![\w.:/-])(\d+\.\d{3}(?:\s*[,:]\s*(?:\d+\.\d{3}|-))*)(?![\w.])/g;

/** What stands behind the agent. */
function durationsOf(rest: string): Durations {
  // Referer and agent may hold anything.
  const behind = rest.replace(/^\s*"(?:[^"\\]|\\.)*"\s*"(?:[^"\\]|\\.)*"/, '');
  const named = (keys: string) => new RegExp(`(?:^|\\s)(?:${keys})[=:]"?([\\d.,: -]*)`).exec(behind)?.[1];
  const byName = named('rt|request_time');
  const upstreamByName = named('urt|upstream_response_time');
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
  if (withUnit !== null) return { latencySeconds: plausible(Number(withUnit[1]) / 1000), isAtArrival: true };
  // A whole number: %D or %T, and which of them nobody knows. The stamp is the arrival either way.
  return { isAtArrival: /^\s*"?\d+"?(?:\s|$)/.test(behind) };
}

/** A time such as `17/May/2015:10:05:03 +0200`. */
export function readClfTime(text: string): { readonly seconds: number; readonly zoneSeconds: number } | undefined {
  const match = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(\.\d+)? ([+-])(\d{2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const month = monthNames.indexOf(match[2]) + 1;
  const [day, year, hour, minute, second] = [match[1], match[3], match[4], match[5], match[6]].map(Number);
  if (month < 1 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const zoneSeconds = (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 3600 + Number(match[10]) * 60);
  const seconds = utcSeconds({ year, month, day, hour, minute, second }) + Number(match[7] ?? 0);
  return { seconds: seconds - zoneSeconds, zoneSeconds };
}
