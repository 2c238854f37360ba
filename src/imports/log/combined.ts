import type { LineFormat } from './lineFormat.js';

/**
 * The Common and Combined Log Formats of Apache and nginx, also with a virtual host before them and fields behind them.
 *
 * Read from the time on: what stands before it may hold blanks (user names do).
 */
export const combined: LineFormat = {
  name: 'combined',
  example: '192.0.2.1 - - [17/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5120 "-" "curl/8.0"',
  read(text) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const time = readClfTime(match[1]);
    if (time === undefined) return undefined;
    // Quotes come in pairs; an escaped one belongs to the text.
    const quoteCount = (match[3].match(/(?<!\\)"/g) ?? []).length;
    return { ...time, status: Number(match[2]), isDamaged: quoteCount % 2 === 1 };
  },
};

/** `[time] "request" status bytes` and the rest. */
const pattern = /\[([^\]"]{20,40})\] "(?:[^"\\]|\\.)*" (\d{3}) (?:\d+|-)(?=\s|$)(.*)$/;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time such as `17/May/2015:10:05:03 +0200`. */
export function readClfTime(text: string): { readonly seconds: number; readonly zoneSeconds: number } | undefined {
  const match = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})(\.\d+)? ([+-])(\d{2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const month = months.indexOf(match[2]);
  const [date, year, hour, minute, second] = [match[1], match[3], match[4], match[5], match[6]].map(Number);
  if (month < 0 || date < 1 || date > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const zoneSeconds = (match[8] === '-' ? -1 : 1) * (Number(match[9]) * 3600 + Number(match[10]) * 60);
  const seconds = Date.UTC(year, month, date, hour, minute, second) / 1000 + Number(match[7] ?? 0) - zoneSeconds;
  return { seconds, zoneSeconds };
}
