import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combined, readClfTime } from '../../src/imports/log/combined.js';
import { jsonLines } from '../../src/imports/log/jsonLines.js';
import { logImporter } from '../../src/imports/log/logImporter.js';
import { root } from '../support/runCli.js';
import { caseCounts } from '../support/sampled.js';
import { importText, problemsOf } from './importText.js';

const pad = (value: number) => String(value).padStart(2, '0');
const at = (seconds: number) => `17/May/2015:18:${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)} +0200`;
const line = (seconds: number, status = 200) => `192.0.2.1 - - [${at(seconds)}] "GET /a HTTP/1.1" ${status} 12 "-" "x"`;
const importLines = (lines: readonly string[], settings = {}) =>
  importText(logImporter, { 'access.log': `${lines.join('\n')}\n` }, settings);
const rowsOf = (csv: string) =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));

describe('a line of a log', () => {
  const plain = { seconds: 1431857103, status: 200, zoneSeconds: 0, isDamaged: false };
  const time = '[17/May/2015:10:05:03 +0000]';
  const cases: [name: string, text: string, expected: object | undefined][] = [
    ['common', `192.0.2.1 - - ${time} "GET / HTTP/1.1" 200 5`, plain],
    ['combined', `192.0.2.1 - - ${time} "GET / HTTP/1.1" 200 - "-" "curl"`, plain],
    [
      'with a host before and fields behind',
      `shop:443 192.0.2.1 - bob ${time} "GET / HTTP/2" 200 5 "-" "c" 0.004 "z"`,
      { ...plain, seconds: plain.seconds - 0.004 },
    ],
    ['with a user of two words', `192.0.2.1 - bob smith ${time} "GET / HTTP/1.1" 200 5`, plain],
    ['with quotes in the request', `192.0.2.1 - - ${time} "GET /\\"a\\" HTTP/1.1" 200 5 "-" "c"`, plain],
    ['with garbage for a request', `192.0.2.1 - - ${time} "\\x16\\x03" 400 0 "-" "-"`, { ...plain, status: 400 }],
    ['cut behind the bytes', `192.0.2.1 - - ${time} "GET / HTTP/1.1" 200 5 "-" "cur`, { ...plain, isDamaged: true }],
    ['cut before the status', `192.0.2.1 - - ${time} "GET / HTTP/1.1"`, undefined],
    ['of no known month', '192.0.2.1 - - [17/Mai/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5', undefined],
    ['of a day that is none', '192.0.2.1 - - [32/May/2015:10:05:03 +0000] "GET / HTTP/1.1" 200 5', undefined],
    ['of an error log', '2015/05/17 10:05:03 [error] 1#1: *1 open() failed', undefined],
  ];
  it.each(cases)('in the combined format, %s', (_name, text, expected) => {
    if (expected === undefined) expect(combined.read(text)).toBeUndefined();
    else expect(combined.read(text)).toMatchObject(expected);
  });

  const records: [name: string, record: unknown, seconds: number | undefined, status: number | undefined][] = [
    ['ISO 8601', { time: '2015-05-17T12:05:03+02:00', status: 200 }, 1431857103, 200],
    ['seconds (Caddy)', { ts: 1431857103.5, status: 500 }, 1431857103.5, 500],
    ['milliseconds', { timestamp: 1431857103500, status: '404' }, 1431857103.5, 404],
    ['nanoseconds', { time: 1431857103000000000, code: 200 }, 1431857103, 200],
    ['nginx', { time_local: '17/May/2015:10:05:03 +0000', status: '200' }, 1431857103, 200],
    ['Traefik', { StartUTC: '2015-05-17T10:05:03Z', DownstreamStatus: 502 }, 1431857103, 502],
    ['nested', { timestamp: '2015-05-17T10:05:03Z', httpRequest: { status: 503 } }, 1431857103, 503],
    ['without a status', { time: 1431857103 }, 1431857103, undefined],
    ['without a time', { status: 200 }, undefined, undefined],
    ['a list', [1], undefined, undefined],
  ];
  it.each(records)('in JSON, %s', (_name, record, seconds, status) => {
    const read = jsonLines.read(JSON.stringify(record));
    expect([read?.seconds, read?.status]).toEqual([seconds, status]);
  });

  it('tells the same instant in whatever zone it is written', () => {
    expect(readClfTime('17/May/2015:23:35:03 +0530')?.seconds).toBe(readClfTime('17/May/2015:10:05:03 -0800')?.seconds);
  });
});

describe('an imported log', () => {
  for (const { tags, numRuns } of caseCounts(10, 40))
    it('counts every line in its interval, in whatever order they come, with zeros between', { tags }, async () => {
      const seconds = fc.array(fc.integer({ min: 0, max: 3599 }), { minLength: 1, maxLength: 200 });
      await fc.assert(
        fc.asyncProperty(seconds, fc.constantFrom('1s', '10s', '1m'), async (times, interval) => {
          const { text } = await importLines(
            times.map((time) => line(time)),
            { interval },
          );
          const rows = rowsOf(text);
          if (rows.length === 0) return;
          const step = { '1s': 1, '10s': 10, '1m': 60 }[interval] ?? 0;
          const begin = (time: number) => Math.floor(time / step) * step;
          const [from0, last] = [begin(Math.min(...times)), begin(Math.max(...times))];
          const first = new Date(rows[0][0]).getTime() / 1000 - Date.UTC(2015, 4, 17, 16) / 1000;
          // Partial intervals at the ends may be left out, one at each.
          expect([from0, from0 + step]).toContain(first);
          const end = first + step * (rows.length - 1);
          expect([last, last - step]).toContain(end);
          for (const [index, [time, count]] of rows.entries()) {
            const from = first + index * step;
            expect(time).toBe(`2015-05-17T16:${pad(Math.floor(from / 60))}:${pad(from % 60)}Z`);
            expect(Number(count)).toBe(times.filter((one) => begin(one) === from).length);
          }
        }),
        { seed: 5, numRuns },
      );
    });

  it('says what is wrong with it', async () => {
    const calm = Array.from({ length: 240 }, (_, index) => line(index));
    const failing = Array.from({ length: 50 }, (_, index) => line(240 + index, index < 11 ? 503 : 200));
    const late = Array.from({ length: 60 }, (_, index) => line(1200 + index));
    const { notes } = await importLines([...calm, 'nonsense', ...failing, 'nonsense', ...late]);
    expect(notes).toEqual([
      'format combined',
      'lines 352: 350 counted; left out: not understood 2',
      'arrivals 350 lines have no duration that could be subtracted: counted at their stamp, which may be that of the answer',
      'span 2015-05-17T16:00:00Z to 2015-05-17T16:20:59Z: 20m59s, 350 requests, 0.278 a second on average',
      'step 1m, 21 rows',
      'gaps 1, the longest 15m from 2015-05-17T16:05:00Z: no requests where at least 20 were due; written as 0, cut them off if the log is incomplete',
      'time zone +0200: written as UTC',
      '2 lines not understood and left out, the first is line 241',
      'errors 5xx 22 % from 2015-05-17T16:04:00Z to 2015-05-17T16:05:00Z: what users wanted is higher than what was recorded, unless they tried again',
      'class GET /a: 100 % (350)',
    ]);
  });

  it('is unpacked when it is gzipped', async () => {
    const path = mkdtempSync(join(tmpdir(), 'dryscale-'));
    const file = join(path, 'access.log.gz');
    writeFileSync(file, gzipSync(`${line(0)}\n${line(1)}\n`));
    const { text } = await logImporter.read({
      file,
      out: undefined,
      env: {},
      format: undefined,
      interval: undefined,
      series: undefined,
    });
    rmSync(path, { recursive: true });
    expect(rowsOf(text)).toEqual([['2015-05-17T16:00:00Z', '2']]);
  });

  const mistakes: [name: string, text: string, settings: object, code: string][] = [
    ['an empty file', '\n', {}, 'empty-file'],
    ['another kind of file', 'a,b\n1,2\n', {}, 'unknown-format'],
    ['another format than asked for', line(0), { format: 'json' }, 'unknown-format'],
    ['a format nobody knows', line(0), { format: 'jsn' }, 'unknown-name'],
    ['an interval that is none', line(0), { interval: '1' }, 'bad-duration'],
    ['an interval of half a second', line(0), { interval: '500ms' }, 'bad-duration'],
    ['a date far off', `${line(0)}\n${line(1).replace('2015', '1970')}`, {}, 'span-too-long'],
  ];
  it.each(mistakes)('%s is a problem', async (_name, text, settings, code) => {
    expect(
      (await problemsOf(importText(logImporter, { 'access.log': text }, settings))).map((one) => one.code),
    ).toEqual([code]);
  });
});

const sample = resolve(root, process.env.DRYSCALE_TRACES ?? '../shared/traces', 'logs/apache_combined_10k.log');
if (!existsSync(sample)) console.warn(`skipped: no log at ${sample} (DRYSCALE_TRACES names the folder of traces)`);

it.skipIf(!existsSync(sample))('a real log of 10,000 lines is counted whole, its one damaged line told', async () => {
  const { text, notes } = await logImporter.read({
    file: sample,
    out: undefined,
    env: {},
    format: undefined,
    interval: '1m',
    series: undefined,
    keep: ['probes', 'static'],
  });
  const dropped = notes.flatMap((note) => Number(/left out with its (\d+)/.exec(note)?.[1] ?? 0));
  const counted = rowsOf(text).reduce((sum, [, count]) => sum + Number(count), 0);
  expect(counted + dropped.reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect(notes).toContain('1 line damaged behind the status and counted all the same, the first is line 8899');
  expect(notes).toContain('errors 3 answers of 5xx (0.03 %), nowhere many at a time');
});
