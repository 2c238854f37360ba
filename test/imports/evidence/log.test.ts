import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvidence } from '../../../src/imports/evidence/log/logEvidence.js';
import { root } from '../../support/runCli.js';
import { evidenceOf } from './evidenceOf.js';

const begin = Date.UTC(2026, 2, 3, 12) / 1000;
const months = ['Jan', 'Feb', 'Mar'];
const two = (value: number) => String(value).padStart(2, '0');
/** A line of nginx that ends at `seconds` after the begin. */
function nginx(
  seconds: number,
  { status = 200, request = 'GET /cart/1', took = '0.100 0.080', client = '192.0.2.1' } = {},
) {
  const date = new Date((begin + seconds) * 1000);
  const stamp = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/2026:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
  return `${client} - - [${stamp}] "${request} HTTP/1.1" ${status} 1000 "-" "curl/8" ${took}`;
}
async function logOf(lines: readonly string[]): Promise<{ log: LogEvidence; warnings: string[] }> {
  const { evidence, warnings, problems } = await evidenceOf({ 'access.log': `${lines.join('\n')}\n` });
  expect(problems).toEqual([]);
  const [log] = evidence;
  if (log?.kind !== 'log') throw new TypeError(`read as ${log?.kind}`);
  return { log, warnings };
}
const pointsOf = ({ recording }: LogEvidence, role: string) =>
  recording.series.find((one) => one.role === role)?.points;

describe('a log as evidence', () => {
  it('puts arrivals before their stamp, with latency, 5xx, sizes, clients and the mix by class', async () => {
    // A minute at 1/s, then one at 4/s of which the tenth fails; each took 2 s.
    const lines = [
      ...Array.from({ length: 60 }, (_, index) => nginx(index + 2, { took: '2.000 1.500' })),
      ...Array.from({ length: 240 }, (_, index) =>
        nginx(62 + Math.floor(index / 4), {
          took: '2.000 1.500',
          status: index % 10 === 0 ? 502 : 200,
          request: index % 4 === 0 ? 'POST /pay' : 'GET /cart/1',
          client: '192.0.2.2',
        }),
      ),
    ];
    const { log, warnings } = await logOf(lines);
    expect(log.stamps).toEqual({ arrival: 0, subtracted: 300, unknown: 0 });
    expect([log.intervalSeconds, log.recording.startUnixSeconds]).toEqual([10, begin]);
    const rates = pointsOf(log, 'request-rate') ?? [];
    expect(rates).toHaveLength(12);
    expect(rates.map(([, rate]) => rate)).toEqual([...Array(6).fill(1), ...Array(6).fill(4)]);
    expect(
      pointsOf(log, 'error-share')
        ?.slice(6)
        .every(([, share]) => share === 0.1),
    ).toBe(true);
    expect(log.latency).toMatchObject({ count: 300, meanSeconds: 2, p50Seconds: 2, p99Seconds: 2 });
    expect(log.quiet).toMatchObject({ ratePerSecond: 1, latency: { p50Seconds: 2 }, upstream: { meanSeconds: 1.5 } });
    expect(log.classes.map(({ name, share }) => [name, share])).toEqual([
      ['GET /cart', 0.8],
      ['POST /pay', 0.2],
    ]);
    expect([log.responseBytes?.mean, log.clientCount]).toEqual([1000, 2]);
    expect(warnings).toEqual([
      'warn access.log 5xx 10 % from 2026-03-03T12:01:00Z to 2026-03-03T12:02:00Z; assumed the load of that time is a lower bound: users who were refused may have gone away',
    ]);
  });

  it('knows quantiles to 1.1 %', async () => {
    const took = (index: number) => (0.01 * 1.01 ** index).toFixed(3);
    const { log } = await logOf(Array.from({ length: 400 }, (_, index) => nginx(100, { took: `${took(index)} -` })));
    for (const [key, rank] of [
      ['p50Seconds', 199],
      ['p90Seconds', 359],
      ['p99Seconds', 395],
    ] as const) {
      expect(Math.abs((log.latency?.[key] ?? 0) / Number(took(rank)) - 1)).toBeLessThan(0.011);
    }
  });

  const json = (fields: object) => JSON.stringify({ status: 200, request_uri: '/a', ...fields });
  const assumed: [name: string, lines: string[], warning: RegExp][] = [
    [
      'a time without zone',
      [json({ time: '2026-03-03T12:00:00', request_time: 0.1 })],
      /do not say their time zone; assumed UTC/,
    ],
    [
      'no duration',
      [nginx(1, { took: '' })],
      /no duration, and may be stamped at the answer; assumed requests arrived at their stamp/,
    ],
    [
      'milliseconds for seconds',
      Array.from({ length: 6 }, (_, index) => nginx(index, { took: `rt=${100 + index}` })),
      /whole numbers, too large for seconds; assumed milliseconds/,
    ],
    [
      'lines that are no requests',
      [nginx(1), 'hello', 'there'],
      /access\.log:2 this line and 1 more are not understood; assumed no request/,
    ],
    [
      'a hole',
      [...Array(300).keys(), ...Array.from({ length: 300 }, (_, index) => 2000 + index)].map((at) => nginx(at)),
      /no requests for 28m10s from 2026-03-03T12:05:00Z/,
    ],
  ];
  it.each(assumed)('says what it assumes of %s', async (_name, lines, warning) => {
    const { warnings } = await logOf(lines);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(warning);
  });

  it('takes milliseconds off the stamp, not seconds', async () => {
    const { log } = await logOf(
      Array.from({ length: 60 }, (_, index) => nginx(index + 1, { took: `rt=${895 + (index % 10)}` })),
    );
    expect(log.latency?.meanSeconds).toBeCloseTo(0.8995, 9);
    expect(log.recording.startUnixSeconds).toBe(begin);
  });

  it('tells where every line went, whatever the lines are', async () => {
    const kinds = fc.constantFrom(
      nginx(1),
      nginx(7000),
      nginx(3, { request: 'GET /healthz' }),
      nginx(4, { request: 'GET /a.css' }),
      nginx(5, { status: 503 }),
      nginx(6, { took: '' }),
      'no request',
      '{"a":1}',
      '192.0.2.1 - - [03/Mar/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "cut',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { maxLength: 60 }), async (rest) => {
        const { log } = await logOf([nginx(0), ...rest]);
        const { all, ...parts } = log.lines;
        expect(all).toBe(rest.length + 1);
        expect(Object.values(parts).reduce((sum, one) => sum + one, 0)).toBe(all);
        const counted = (pointsOf(log, 'request-rate') ?? []).reduce(
          (sum, [, rate]) => sum + rate * log.intervalSeconds,
          0,
        );
        expect(counted).toBeCloseTo(log.lines.counted, 6);
        expect(log.classes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('counts in longer intervals where it is longer, and refuses a span that only a wrong date makes', async () => {
    const every = (seconds: number) => Array.from({ length: 50 }, (_, index) => nginx(index * seconds));
    const intervals = await Promise.all(
      [100, 1000, 20_000].map(async (seconds) => (await logOf(every(seconds))).log.intervalSeconds),
    );
    expect(intervals).toEqual([10, 60, 600]);
    const wrong = nginx(0).replace('2026', '2016');
    const { problems } = await evidenceOf({ 'access.log': [nginx(0), wrong].join('\n') });
    expect(problems).toMatchObject([{ code: 'span-too-long', where: { line: 2 } }]);
  });

  it('beside another log may be chosen as the one with the traffic, by the name that the message gives', async () => {
    const every = (seconds: number) => Array.from({ length: 300 }, (_, index) => nginx(index * seconds)).join('\n');
    const files = { 'edge.log': every(1), 'inner.log': every(0.3) };
    const { problems } = await evidenceOf(files);
    const fix = problems.find(({ code }) => code === 'which-series')?.fix ?? '';
    const name = /--series '([^']+)=request-rate'/.exec(fix)?.[1] ?? '';
    expect(name).toBe('requests of edge.log');
    expect((await evidenceOf(files, [{ name, role: 'request-rate', unit: undefined }])).problems).toEqual([]);
    const unknown = await evidenceOf(files, [{ name: 'requests of no.log', role: 'request-rate', unit: undefined }]);
    expect(unknown.problems.map(({ code }) => code)).toContain('unknown-series');
  });

  it('is read gzipped', async () => {
    const { evidence } = await evidenceOf({ 'access.log.gz': gzipSync(`${nginx(0)}\n${nginx(1)}\n`) });
    expect(evidence).toMatchObject([{ kind: 'log', lines: { all: 2, counted: 2 } }]);
  });

  const real = resolve(root, '..', 'shared', 'traces', 'logs', 'apache_combined_10k.log');
  it.skipIf(!existsSync(real))('reads a real one, all of its 10,000 lines told', async () => {
    const { readEvidence } = await import('../../../src/imports/evidence/readEvidence.js');
    const { evidence, warnings } = await readEvidence([real], { series: [] });
    expect(evidence).toMatchObject([
      {
        kind: 'log',
        format: 'combined',
        lines: { all: 10_000, counted: 4594, staticFiles: 5406, notUnderstood: 0 },
        latency: null,
      },
    ]);
    expect(warnings.map(({ code, where }) => [code, where.line])).toEqual([
      ['no-duration', undefined],
      ['damaged-line', 8899],
      ['gap', undefined],
    ]);
  });
});
