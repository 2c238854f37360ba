import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { buildSource } from '../../../src/traffic/sources/index.js';
import { scanTrace, trace } from '../../../src/traffic/sources/trace.js';
import { arrivalsOf, contextOf } from '../openContext.js';
import { parseSource } from '../parseSource.js';

const counts = 'time,count\n0,4\n10,0\n20,2\n30,8\n';
const base = { executor: 'trace', file: 't.csv', time: 'time', count: 'count', arrivals: 'even' };
const play = (content: string | Uint8Array, settings: Record<string, unknown> = {}, chunkBytes = 7) => {
  const file = String(settings.file ?? 't.csv');
  return arrivalsOf({ ...base, ...settings }, contextOf({ files: { [file]: content }, chunkBytes }));
};
const rounded = (times: number[]) => times.map((time) => Number(time.toFixed(6)));

describe('a trace of counts', () => {
  it('spreads the arrivals of a row over its interval, the last one over the median step', () => {
    const times = play(counts);
    const inRow = (from: number) => times.filter((time) => time >= from && time < from + 10).length;
    expect([inRow(0), inRow(10), inRow(20), inRow(30)]).toEqual([3, 0, 2, 8]);
    expect(rounded(times).slice(0, 3)).toEqual([2.5, 5, 7.5]);
  });

  it('plays from `from` at startTime, up to `to`', () => {
    expect(rounded(play(counts, { from: 20, to: 30, startTime: '100s' }))).toEqual([105]);
  });

  it('plays faster at a higher rate', () => {
    expect(rounded(play(counts, { speed: 2 })).slice(0, 3)).toEqual([1.25, 2.5, 3.75]);
  });

  it('scales the counts', () => {
    expect(play(counts, { scale: 10 }).length).toBeGreaterThanOrEqual(138);
  });

  it('reads rates, other delimiters, quotes, ISO times and milliseconds', () => {
    expect(
      play('when;rps\n2020-01-01T00:00:00Z;1\n2020-01-01T00:00:10Z;1\n', {
        time: 'when',
        count: undefined,
        rate: 'rps',
      }),
    ).toHaveLength(19);
    expect(play('"time","count"\n"1998-06-30 18:00:00","10"\n"1998-06-30 18:01:00","10"\n')).toHaveLength(19);
    expect(play('time,count\n0,10\n1000,10\n', { timeFormat: 'ms' })).toHaveLength(19);
  });

  it('reads counts separated by blanks, one each interval', () => {
    const times = arrivalsOf(
      { executor: 'trace', file: 'c.txt', interval: '2s', arrivals: 'even' },
      contextOf({ files: { 'c.txt': '2 0\n 4  1' } }),
    );
    expect(rounded(times)).toEqual([1, 4, 4.5, 5, 5.5, 6]);
  });

  it('reads JSON lines and gzip', () => {
    const text = '{"t": 0, "n": 4}\n{"t": 10, "n": 4}\n';
    const plain = play(text, { file: 't.jsonl', time: 't', count: 'n' });
    expect(plain).toHaveLength(7);
    expect(play(gzipSync(text), { file: 't.jsonl.gz', time: 't', count: 'n' })).toEqual(plain);
  });

  it('gives the same arrivals for any size of chunks', () => {
    const whole = play(counts, {}, 4096);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        (bytes) => JSON.stringify(play(counts, {}, bytes)) === JSON.stringify(whole),
      ),
      { seed: 2, numRuns: 40 },
    );
  });

  it.each([
    ['hold', [10, 10, 20]],
    ['zero', [10, 0, 10]],
    ['interpolate', [10, 15, 25]],
  ])('treats a gap by its rule: %s', (gaps, expected) => {
    // Steps of 10 s, then a gap of 20 s; the last row has twice the rate.
    const text = 'time,count\n0,10\n10,10\n20,10\n30,10\n50,20\n';
    const source = buildSource(parseSource({ ...base, gaps }), contextOf({ files: { 't.csv': text } }));
    if (source.kind !== 'open' || source.rate === undefined) throw new TypeError('no curve');
    const { integral } = source.rate;
    expect([
      integral(30, 40),
      integral(40, 50),
      integral(50, 60) - (gaps === 'zero' ? 10 : gaps === 'hold' ? 0 : -5),
    ]).toEqual(expected);
  });
});

describe('a trace with one row per request', () => {
  const rows = { executor: 'trace', file: 'r.csv', time: 'at' };
  it('arrives as recorded, equal times too', () => {
    expect(arrivalsOf(rows, contextOf({ files: { 'r.csv': 'at\n5\n6\n6\n9.5\n' } }))).toEqual([0, 1, 1, 4.5]);
  });

  it('repeats rows for a scale, the fraction by a draw', () => {
    const text = `at\n${Array.from({ length: 1000 }, (_, index) => index).join('\n')}\n`;
    const times = arrivalsOf({ ...rows, scale: 2.5 }, contextOf({ files: { 'r.csv': text } }));
    expect(Math.abs(times.length - 2500)).toBeLessThan(4 * Math.sqrt(250));
  });

  it('has no use for gaps or arrivals', () => {
    expect(() => parseSource({ ...rows, gaps: 'zero' })).toThrow(/one row per request/);
    expect(() => parseSource({ ...rows, arrivals: 'even' })).toThrow(/one row per request/);
  });
});

describe('a damaged trace', () => {
  const cases: [string, string | Uint8Array, Record<string, unknown>, string, number | undefined, RegExp][] = [
    ['header only', 'time,count\n', {}, 'empty-trace', undefined, /no rows/],
    ['backwards', 'time,count\n0,10\n60,12\n30,9\n', {}, 'time-goes-backwards', 4, /row 3/],
    ['equal times', 'time,count\n0,10\n0,12\n', {}, 'equal-times', 3, /row 2/],
    ['negative', 'time,count\n0,-5\n', {}, 'bad-cell', 2, /row 1.*count.*-5/],
    ['not a number', 'time,count\n0,NaN\n', {}, 'bad-cell', 2, /NaN/],
    ['empty cell', 'time,count\n0,1\n60,\n', {}, 'bad-cell', 3, /nothing/],
    ['thousands', 'time,count\n0,"1,000"\n', {}, 'bad-cell', 2, /1,000/],
    ['ragged', 'time,count\n0,1\n60\n', {}, 'ragged-row', 3, /columns/],
    ['bad time', 'time,count\nnoon,1\n', {}, 'bad-cell', 2, /noon/],
    ['unknown column', 'time,requests\n0,1\n', {}, 'unknown-column', 1, /count/],
    ['mixed units', 'time,count\n1600000000,1\n1600000060000,1\n', {}, 'mixed-time-units', 3, /milliseconds/],
    ['cut gzip', gzipSync(counts).subarray(0, 20), { file: 't.csv.gz' }, 'damaged-gzip', undefined, /gzip/],
    [
      'a gap that must not be',
      'time,count\n0,1\n10,1\n20,1\n90,1\n',
      { gaps: 'error' },
      'gap-in-trace',
      5,
      /gap of 70 s/,
    ],
    ['nothing in range', counts, { from: 1000 }, 'no-rows-in-range', undefined, /from/],
  ];

  it.each(cases)('is refused with its line: %s', (_name, content, settings, code, line, what) => {
    try {
      play(content, settings);
    } catch (error) {
      expect(error).toBeInstanceOf(ProblemError);
      const [problem] = (error as ProblemError).problems;
      expect([problem.code, problem.where.line]).toEqual([code, line]);
      expect(problem.what).toMatch(what);
      return;
    }
    expect.unreachable('the trace was accepted');
  });
});

const traces = process.env.DRYSCALE_TRACES ?? resolve(import.meta.dirname, '../../../../shared/traces');

describe.skipIf(!existsSync(join(traces, 'web')))('recorded traces (DRYSCALE_TRACES or ../shared/traces)', () => {
  const scan = (settings: Record<string, unknown>, file: string) =>
    scanTrace(
      trace.schema.parse({ executor: 'trace', file, ...settings }),
      contextOf({ files: { [file]: readFileSync(join(traces, file)) }, chunkBytes: 65_536 }),
    );

  it('reads WorldCup98: 60,480 minutes, 336.1 requests a second', () => {
    const { rowCount, arrivals, stepSeconds } = scan(
      { time: 'period', count: 'count' },
      'web/worldcup98_per_minute.csv',
    );
    expect([rowCount, stepSeconds]).toEqual([60_480, 60]);
    expect(arrivals / (60_480 * 60)).toBeCloseTo(336.1, 1);
  });

  it('reads NASA: 1,209,600 seconds, 0.914 requests a second', () => {
    const { rowCount, arrivals } = scan({}, 'web/nasa_jul95_per_second.txt');
    expect(rowCount).toBe(1_209_600);
    expect(arrivals / rowCount).toBeCloseTo(0.914, 3);
  });

  it('reads one row per request from JSON lines in milliseconds', () => {
    expect(scan({ time: 'timestamp', timeFormat: 'ms' }, 'llm/mooncake_conversation_trace.jsonl').rowCount).toBe(
      12_031,
    );
  });
});
