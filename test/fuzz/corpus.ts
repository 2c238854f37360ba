import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { awsRows } from '../platforms/acceptance/awsRows.js';
import { hpaRows } from '../platforms/acceptance/hpaRows.js';
import { kedaRows } from '../platforms/acceptance/kedaRows.js';
import { traceFiles } from '../support/variantSamples.js';

/** Well-formed texts that the fuzzers change, by name; names tell the kind by their ending. */
type Texts = Readonly<Record<string, string>>;

const root = resolve(import.meta.dirname, '../..');

function textsIn(folder: string, ending: RegExp): Texts {
  const names = readdirSync(join(root, folder), { recursive: true })
    .map(String)
    .filter((name) => ending.test(name))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]));
}

const rows = (count: number, rowOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => rowOf(index)).join('\n');
const clock = (second: number) => new Date(Date.UTC(2026, 0, 5, 8, 0, second)).toISOString();

export const traceTexts: Texts = {
  ...traceFiles,
  'iso.csv': `\ufefftime,rate,count\r\n${rows(12, (index) => `${clock(index * 5)},${index % 4},${index * 2}\r`)}\n`,
  'quoted.csv': `"time";"count";"note, with; all"\n${rows(9, (index) => `"${index * 10}";${index};"a ""b"" c"`)}\n`,
  'tabs.tsv.csv': `t\tcount\n${rows(9, (index) => `${1_767_600_000 + index * 60}\t${index}`)}\n`,
  'lines.jsonl': `${rows(9, (index) => JSON.stringify({ time: clock(index), count: index, rate: index / 2, tags: [1] }))}\n`,
  'requests.jsonl': `${rows(20, (index) => JSON.stringify({ timestamp: 1_767_600_000_000 + index * 250 }))}\n`,
};

const clf = (second: number) => `05/Jan/2026:08:00:${String(second % 60).padStart(2, '0')} +0000`;
const request = (index: number) => `"GET /cart/${index}?q=a%20b HTTP/1.1" ${index % 7 === 0 ? 503 : 200} 512`;
export const logTexts: Texts = {
  combined: `${rows(15, (index) => `192.0.2.${index} - frank [${clf(index * 4)}] ${request(index)} "-" "curl/8 \\"x\\""`)}\n`,
  nginx: `${rows(15, (index) => `192.0.2.1 - - [${clf(index * 5)}] ${request(index)} "-" "Go-http" 1.500 0.250, 1.000`)}\n`,
  traefik: `${rows(9, (index) => `192.0.2.1 - - [${clf(index)}] ${request(index)} "-" "x" 7 "web@docker" "http://10.0.0.1:80" 12ms`)}\n`,
  json: `${rows(15, (index) => JSON.stringify({ time: clock(index * 3), request: `GET /a/${index} HTTP/2`, status: 200, request_time: '0.004' }))}\n`,
  caddy: `${rows(9, (index) => JSON.stringify({ ts: 1_767_600_000.5 + index, request: { method: 'GET', uri: '/x' }, status: 200, duration: 0.01 }))}\n`,
  envoy: `${rows(12, (index) => `[${clock(index * 4)}] "GET /cart HTTP/2" 200 - 0 12 1500 1250 "-" "curl/8" "id" "shop" "10.0.0.1:80"`)}\n`,
  alb: `${rows(9, (index) => `https ${clock(index * 9)} app/shop/1 192.0.2.1:2817 10.0.0.1:80 0.000 1.250 0.250 200 200 0 57 "GET https://shop:443/cart HTTP/1.1" "curl/8" ECDHE TLSv1.2 arn:aws:x "Root=1" "-" "-" 0 ${clock(index * 9 - 1)} "forward" "-" "-"`)}\n`,
};

const series = (metric: object, values: (number | string)[][]) => ({ metric, values });
const samples = (textOf: (index: number) => string) =>
  Array.from({ length: 12 }, (_, index) => [1_767_600_000 + index * 15, textOf(index)]);
const answer = (...result: object[]) => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });
export const dataTexts: Texts = {
  rate: answer(
    series(
      { __name__: 'rps', job: 'web' },
      samples((index) => String(index / 3)),
    ),
  ),
  counter: answer(
    series(
      { __name__: 'http_requests_total', job: 'web' },
      samples((index) => String(index * 100 + 7)),
    ),
  ),
  reset: answer(
    series(
      { job: 'cpu' },
      samples((index) => String((index % 5) * 10)),
    ),
  ),
  stale: answer(
    series(
      { job: 'web' },
      samples((index) => (index === 3 ? 'NaN' : '1e3')),
    ),
  ),
  two: answer(
    series({ job: 'a' }, samples(String)),
    series(
      { job: 'b' },
      samples(() => '2'),
    ),
  ),
  'bare list': JSON.stringify(
    [
      series(
        { pod: 'é"\\' },
        samples(() => '+Inf'),
      ),
    ],
    undefined,
    1,
  ),
};

const instances = { desired: 6, ready: 4, pending: 0, starting: 2, draining: 0, failed: 0, min: 2, max: 40 };
export const observationTexts: Texts = {
  ...dataTexts,
  'lines.jsonl': `${rows(8, (index) => JSON.stringify({ time: index * 15, service: 'web', instances, metrics: { cpu_utilization: 0.5 + index / 20, request_rate: 30 } }))}\n`,
  'full.jsonl': `${rows(6, (index) => JSON.stringify({ time: index * 15, service: index % 2 === 0 ? 'web' : 'api', instances, metrics: {}, metricsFailed: index === 3, context: { environment: 'prod' }, resources: {}, perInstance: [{ id: 'i-1', cpu_utilization: 0.5 }], lastAction: { time: 0, desired: 6, result: 'accepted' } }))}\n`,
  'table.csv': `time,cpu,replicas\n${rows(9, (index) => `${index * 15},0.${index},${index + 1}`)}\n`,
  'dates.csv': `timestamp;cpu;replicas\n${rows(9, (index) => `${clock(index * 30)};"0,5";3`)}\n`,
};

/** Manifests: those that come along, and every row that a platform takes or refuses. */
export const manifestTexts: Texts = {
  ...textsIn('policies', /\.(ya?ml|json)$/),
  ...Object.fromEntries(
    Object.entries({ hpa: hpaRows, keda: kedaRows, aws: awsRows }).flatMap(([platform, list]) =>
      list.flatMap(({ what, document }, index) =>
        typeof document === 'object'
          ? [[`${platform}: ${what}.yaml`, index % 2 === 0 ? stringify(document) : JSON.stringify(document)]]
          : [],
      ),
    ),
  ),
};

export const luaTexts: Texts = textsIn('policies', /\.lua$/);
export const scriptTexts: Texts = textsIn('policies', /\.ts$/);
