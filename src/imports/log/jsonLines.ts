import { parseTime } from '../../traffic/trace/time.js';
import { readClfTime } from './combined.js';
import type { LineFormat } from './lineFormat.js';

/** One JSON object a line, as nginx (log_format escape=json), Caddy, Traefik, Envoy and load balancers write. */
export const jsonLines: LineFormat = {
  name: 'json',
  example: '{"time": "2026-03-01T12:00:00Z", "status": 200}',
  read(text) {
    const record = parseObject(text);
    if (record === undefined) return undefined;
    const time = firstOf(record, timeKeys, readTime);
    if (time === undefined) return undefined;
    return { ...time, status: firstOf(record, statusKeys, readStatus), isDamaged: false };
  },
};

/** Keys that hold the time, the most telling first; a dot leads into an object. */
const timeKeys = [
  'time',
  'timestamp',
  '@timestamp',
  'ts',
  'StartUTC',
  'start_time',
  'time_iso8601',
  'time_local',
  'msec',
  'datetime',
  'date',
];
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

type Fields = Readonly<Record<string, unknown>>;

function parseObject(text: string): Fields | undefined {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asFields(value: unknown): Fields | undefined {
  // safe: an object that is no list is a map of unknown values.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** The first key whose value can be read. */
function firstOf<Value>(
  record: Fields,
  keys: readonly string[],
  read: (value: unknown) => Value | undefined,
): Value | undefined {
  for (const key of keys) {
    const found = read(Object.hasOwn(record, key) ? record[key] : insideOf(record, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

function insideOf(record: Fields, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) value = asFields(value)?.[key];
  return value;
}

type Time = { readonly seconds: number; readonly zoneSeconds: number | undefined };

function readTime(value: unknown): Time | undefined {
  if (typeof value === 'number') return { seconds: inSeconds(value), zoneSeconds: undefined };
  if (typeof value !== 'string') return undefined;
  const clf = readClfTime(value);
  if (clf !== undefined) return clf;
  const seconds = parseTime(value, 's');
  if (seconds === undefined) return undefined;
  const isNumber = /^[\d.]+$/.test(value.trim());
  return { seconds: isNumber ? inSeconds(seconds) : seconds, zoneSeconds: zoneOf(value) };
}

/** Numbers beyond the year 5138 in seconds count in milliseconds, micro- or nanoseconds. */
function inSeconds(value: number): number {
  if (value < 1e11) return value;
  if (value < 1e14) return value / 1e3;
  return value < 1e17 ? value / 1e6 : value / 1e9;
}

function zoneOf(text: string): number | undefined {
  if (/Z\s*$/.test(text)) return 0;
  const match = /([+-])(\d{2}):?(\d{2})\s*$/.exec(text.slice(11));
  return match === null ? undefined : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

function readStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && status >= 0 && status < 1000 ? status : undefined;
}
