import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineFormats } from '../../src/imports/log/lineFormats.js';
import { logImporter } from '../../src/imports/log/logImporter.js';
import { requestKind } from '../../src/imports/log/requestKind.js';
import { importText, problemsOf } from './importText.js';

const second = Date.UTC(2026, 2, 3, 12, 0, 10) / 1000;
const clf = '[03/Mar/2026:12:00:10 +0000]';
const head = `192.0.2.1 - - ${clf} "GET /cart?x=1 HTTP/1.1" 200 5 "-" "curl/8"`;

/** Of each server: the line, how long before its stamp the request came, and the time of the server behind. */
const servers: [
  name: string,
  line: string,
  beforeSeconds: number,
  stamp: string,
  latency?: number,
  upstream?: number,
][] = [
  ['combined without a duration', head, 0, 'unknown'],
  ['nginx with $request_time', `${head} 1.500`, 1.5, 'subtracted', 1.5],
  ['nginx with both times', `${head} 1.500 1.250`, 1.5, 'subtracted', 1.5, 1.25],
  ['nginx that tried two servers', `${head} 1.500 0.250, 1.000`, 1.5, 'subtracted', 1.5, 1.25],
  ['nginx with nothing behind it', `${head} 0.004 -`, 0.004, 'subtracted', 0.004],
  ['nginx with names', `${head} rt=1.500 uct="0.001" uht="0.2" urt="0.250, 1.000"`, 1.5, 'subtracted', 1.5, 1.25],
  ['ingress-nginx', `${head} 431 2.000 [shop-web-80] [] 10.0.0.1:80 5 1.999 200 a1b2`, 2, 'subtracted', 2, 1.999],
  ['Apache with %D, which stamps the arrival', `${head} 1500000`, 0, 'arrival'],
  ['Traefik in the common form', `${head} 7 "web@docker" "http://10.0.0.1:80" 12ms`, 0, 'arrival', 0.012],
  [
    'Envoy',
    '[2026-03-03T12:00:10.000Z] "GET /cart HTTP/2" 200 - 0 12 1500 1250 "-" "curl/8" "id" "shop" "10.0.0.1:80"',
    0,
    'arrival',
    1.5,
    1.25,
  ],
  [
    'Istio',
    '[2026-03-03T12:00:10.000Z] "GET /cart HTTP/1.1" 200 - via_upstream - "-" 0 12 1500 1250 "-" "curl/8" "id" "shop" "10.0.0.1:80"',
    0,
    'arrival',
    1.5,
    1.25,
  ],
  [
    'an ALB',
    `https 2026-03-03T12:00:10.000000Z app/shop/1 192.0.2.1:2817 10.0.0.1:80 0.000 1.250 0.250 200 200 0 57 "GET https://shop:443/cart HTTP/1.1" "curl/8" ECDHE TLSv1.2 arn:aws:x "Root=1" "-" "-" 0 2026-03-03T12:00:08.500000Z "forward" "-" "-"`,
    1.5,
    'arrival',
    1.5,
    1.25,
  ],
  [
    'an ALB without the time of creation',
    'http 2026-03-03T12:00:10.000000Z app/shop/1 192.0.2.1:2817 - -1 -1 -1 503 - 0 57 "GET http://shop:80/cart HTTP/1.1" "curl/8"',
    0,
    'subtracted',
    0,
  ],
  [
    'nginx in JSON',
    JSON.stringify({
      time_iso8601: '2026-03-03T12:00:10+00:00',
      status: '200',
      request: 'GET /cart HTTP/1.1',
      request_time: '1.500',
      upstream_response_time: '0.250, 1.000',
      http_user_agent: 'curl/8',
    }),
    1.5,
    'subtracted',
    1.5,
    1.25,
  ],
  [
    'Caddy',
    JSON.stringify({
      ts: second,
      status: 200,
      duration: 1.5,
      request: { method: 'GET', uri: '/cart', headers: { 'User-Agent': ['curl/8'] } },
    }),
    1.5,
    'subtracted',
    1.5,
  ],
  [
    'Traefik in JSON',
    JSON.stringify({
      time: '2026-03-03T12:00:12Z',
      StartUTC: '2026-03-03T12:00:10Z',
      Duration: 1.5e9,
      OriginDuration: 1.25e9,
      DownstreamStatus: 200,
      RequestMethod: 'GET',
      RequestPath: '/cart',
      'request_User-Agent': 'curl/8',
    }),
    0,
    'arrival',
    1.5,
    1.25,
  ],
  [
    'Envoy in JSON',
    JSON.stringify({
      start_time: '2026-03-03T12:00:10.000Z',
      duration: 1500,
      response_code: 200,
      method: 'GET',
      path: '/cart',
      user_agent: 'curl/8',
      upstream_service_time: '1250',
    }),
    0,
    'arrival',
    1.5,
    1.25,
  ],
  [
    'JSON of nobody known',
    JSON.stringify({ time: '2026-03-03T12:00:10Z', duration: 7, method: 'GET', path: '/cart', userAgent: 'curl/8' }),
    0,
    'unknown',
  ],
];

const read = (text: string) => lineFormats.map((format) => format.read(text)).find((line) => line !== undefined);

describe('a request arrived', () => {
  it.each(servers)('as %s says', (_, text, beforeSeconds, stamp, latency, upstream) => {
    const line = read(text);
    expect(line?.seconds).toBeCloseTo(second - beforeSeconds, 6);
    expect([line?.stamp, line?.method, line?.agent]).toEqual([stamp, 'GET', 'curl/8']);
    expect(line?.path).toMatch(/\/cart/);
    expect(line?.latencySeconds).toBe(latency);
    if (upstream === undefined) expect(line?.upstreamSeconds).toBeUndefined();
    else expect(line?.upstreamSeconds).toBeCloseTo(upstream, 9);
  });
});

describe('who asks', () => {
  const base = { seconds: 0, status: 200, zoneSeconds: 0, isDamaged: false, stamp: 'unknown' } as const;
  it.each([
    ['probe', { path: '/anything', agent: 'kube-probe/1.31' }],
    ['probe', { path: '/', agent: 'ELB-HealthChecker/2.0' }],
    ['probe', { path: '/', agent: 'GoogleHC/1.0' }],
    ['probe', { path: '/healthz' }],
    ['probe', { path: '/readyz?verbose', method: 'GET' }],
    ['probe', { path: '/metrics' }],
    ['probe', { path: '/actuator/health/liveness' }],
    ['static', { path: '/app/main.3f2a.js?v=1' }],
    ['static', { path: 'https://shop/logo.PNG' }],
    ['user', { path: '/health-insurance' }],
    ['user', { path: '/cart', agent: 'curl/8' }],
    ['user', { path: '/upload/photo.png', method: 'POST' }],
    ['user', { path: '/api/metrics/of/mine' }],
    ['user', {}],
  ] as const)('is a %s: %o', (kind, line) => {
    expect(requestKind({ ...base, ...line })).toBe(kind);
  });
});

describe('every line is counted somewhere', () => {
  const path = fc.constantFrom('/', '/cart', '/healthz', '/a.css', '/x/1', '/%00', '/"');
  const good = fc
    .record({ path, at: fc.integer({ min: 0, max: 599 }), took: fc.constantFrom('', ' 0.004', ' 12.000 -', ' 99') })
    .map(({ path: asked, at, took }) => {
      const stamp = new Date((second + at) * 1000).toISOString();
      return `h - - [03/Mar/2026:${stamp.slice(11, 19)} +0000] "GET ${asked.replace('"', '\\"')} HTTP/1.1" 200 5 "-" "x"${took}`;
    });
  const hostile = fc.oneof(
    fc.string({ maxLength: 60, unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, '')),
    fc.constantFrom(
      '{"time":{}}',
      '{"ts":1e308,"status":200}',
      '[',
      `${'"'.repeat(300)}`,
      `${'\\'.repeat(300)}`,
      '{"time":"2026-03-03T12:00:10Z","request_time":"1e9","request":{"uri":7}}',
    ),
    fc.constant(head).chain((text) => fc.nat({ max: text.length }).map((cut) => text.slice(0, cut))),
  );

  it('and what is said adds up, whatever stands in the file', async () => {
    const lines = fc.array(fc.oneof({ weight: 4, arbitrary: good }, hostile), { minLength: 1, maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(lines, good, fc.constantFrom('1s', '1m'), async (some, one, interval) => {
        const all = [one.replace(/"GET \S+ /, '"GET /cart '), ...some];
        const text = `${all.join('\n')}\n`;
        let imported: Awaited<ReturnType<typeof importText>>;
        try {
          imported = await importText(logImporter, { 'access.log': text }, { interval, classes: 3 });
        } catch (thrown) {
          // A date far off is a problem, never a crash.
          expect(String(thrown)).toContain('span-too-long');
          return;
        }
        const note = imported.notes.find((line) => line.startsWith('lines ')) ?? '';
        const [whole, ...parts] = [...note.replace(/\(--keep.*/, '').matchAll(/\d+/g)].map(Number);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        const rows = imported.text
          .trim()
          .split('\n')
          .slice(1)
          .map((row) => row.split(',').slice(1).map(Number));
        expect(rows.reduce((sum, [count]) => sum + count, 0)).toBe(parts[0]);
        for (const [count, ...classes] of rows) expect(classes.reduce((sum, part) => sum + part, 0)).toBe(count);
      }),
      { seed: 3, numRuns: 60 },
    );
  });
});

describe('partial intervals', () => {
  const at = (seconds: number, took = '') => {
    const stamp = new Date((Date.UTC(2026, 2, 3, 12) / 1000 + seconds) * 1000).toISOString().slice(11, 19);
    return `h - - [03/Mar/2026:${stamp} +0000] "GET /a HTTP/1.1" 200 5 "-" "x"${took}`;
  };
  const rows = async (lines: readonly string[]) =>
    (await importText(logImporter, { 'access.log': `${lines.join('\n')}\n` })).text.trim().split('\n').slice(1);

  it('at both ends are left out, whole ones are kept', async () => {
    const every = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => at(from + index));
    expect(await rows(every(40, 320))).toEqual(
      [60, 120, 180, 240].map((seconds) => `2026-03-03T12:0${seconds / 60}:00Z,60`),
    );
    expect(await rows(every(0, 180))).toHaveLength(3);
  });

  it('are told by the arrivals, not by the stamps', async () => {
    const slow = Array.from({ length: 180 }, (_, index) => at(60 + index, ' 60.000'));
    expect((await rows(slow))[0]).toBe('2026-03-03T12:00:00Z,60');
  });
});

it('a log of nothing but probes is a problem that says so', async () => {
  const probe = `192.0.2.1 - - ${clf} "GET /healthz HTTP/1.1" 200 5 "-" "kube-probe/1.31"\n`;
  const [problem] = await problemsOf(importText(logImporter, { 'access.log': probe }));
  expect(problem.code).toBe('no-requests');
  expect(problem.text).toContain('nothing but health probes (1) and static files (0)');
  const { text } = await importText(logImporter, { 'access.log': probe }, { keep: ['probes'] });
  expect(text).toContain(',1');
});
