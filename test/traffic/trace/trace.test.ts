import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
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
const dated = 'time,count\n1998-06-30T18:00:00Z,4\n1998-06-30T18:00:10Z,4\n';
const single = { count: undefined, arrivals: undefined };
const requestTimes = 'time\n100\n200\n460\n';
const rounded = (times: number[]) => times.map((time) => Number(time.toFixed(6)));

describe('a trace of counts', () => {
  it('spreads the arrivals of a row over its interval, the last one over the median step', () => {
    const times = play(counts);
    const inRow = (from: number) => times.filter((time) => time >= from && time < from + 10).length;
    // An even arrival comes when the integral reaches it: the fourth at the end of its row, not after the empty one.
    expect(rounded(times).slice(0, 6)).toEqual([2.5, 5, 7.5, 10, 25, 30]);
    expect([inRow(30), times[times.length - 1]]).toEqual([8, 40]);
    expect(times).toHaveLength(4 + 0 + 2 + 8);
  });

  it('plays from `from` at startTime, up to `to`', () => {
    expect(rounded(play(counts, { from: 20, to: 30, startTime: '100s' }))).toEqual([105, 110]);
    expect(play(counts, { from: '20s', to: '0.5m' })).toEqual(play(counts, { from: 20, to: 30 }));
  });

  it('plays every part within its range, and refuses every other by name', () => {
    const bounds = fc.record({ from: fc.integer({ min: -50, max: 100 }), length: fc.integer({ min: 1, max: 100 }) });
    fc.assert(
      fc.property(bounds, fc.constantFrom(0.5, 1, 3), ({ from, length }, speed) => {
        const isInside = from >= 0 && from + length <= 40;
        const run = () => play(counts, { from, to: from + length, speed });
        if (isInside) expect(run).not.toThrow();
        else expect(run).toThrow(ProblemError);
      }),
    );
  });

  it('lets the bounds of a log of requests lie a little beside them', () => {
    expect(play(requestTimes, { ...single, from: 50, to: 500 })).toEqual([50, 150, 410]);
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
    ).toHaveLength(20);
    expect(play('"time","count"\n"1998-06-30 18:00:00","10"\n"1998-06-30 18:01:00","10"\n')).toHaveLength(20);
    expect(play('time,count\n0,10\n1000,10\n', { timeFormat: 'ms' })).toHaveLength(20);
  });

  it('reads counts separated by blanks, one each interval', () => {
    const times = arrivalsOf(
      { executor: 'trace', file: 'c.txt', interval: '2s', arrivals: 'even' },
      contextOf({ files: { 'c.txt': '2 0\n 4  1' } }),
    );
    expect(rounded(times)).toEqual([1, 2, 4.5, 5, 5.5, 6, 8]);
  });

  it('reads JSON lines and gzip', () => {
    const text = '{"t": 0, "n": 4}\n{"t": 10, "n": 4}\n';
    const plain = play(text, { file: 't.jsonl', time: 't', count: 'n' });
    expect(plain).toHaveLength(8);
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
    ['header only', 'time,count\n', {}, 'empty-trace', 1, /no rows/],
    ['nothing at all', '', {}, 'empty-trace', 1, /no rows/],
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
    [
      'units mixed, read as milliseconds',
      'time,count\n1600000000,1\n1600000060000,1\n',
      { timeFormat: 'ms' },
      'mixed-time-units',
      3,
      /row 2.*milliseconds/,
    ],
    ['units mixed backwards', 'time,count\n1600000000,1\n60,1\n', {}, 'mixed-time-units', 3, /row 2/],
    ['milliseconds read as seconds', 'time,count\n1600000000000,1\n', {}, 'time-too-far', 2, /row 1.*year 5000/],
    ['a day that is not', 'time,count\n2021-02-29,1\n', {}, 'bad-cell', 2, /2021-02-29/],
    ['a table read as counts', 'time,count\n0,1\n', { time: undefined, count: undefined }, 'bad-cell', 1, /time,count/],
    ['a bad count', '1 2\n3 x\n', { time: undefined, count: undefined }, 'bad-cell', 2, /row 4.*"x"/],
    ['no JSON', '{"time": 0, "count": 1}\n{"time": 1,\n', { file: 't.jsonl' }, 'bad-json-line', 2, /row 2/],
    ['no such field', '{"time": 0, "cuont": 1}\n', { file: 't.jsonl' }, 'unknown-column', 1, /count/],
    ['no value', '{"time": 0, "count": null}\n', { file: 't.jsonl' }, 'bad-cell', 1, /null/],
    ['cut gzip', gzipSync(counts).subarray(0, 20), { file: 't.csv.gz' }, 'damaged-gzip', 1, /gzip/],
    ['no gzip', counts, { file: 't.csv.gz' }, 'damaged-gzip', 1, /gzip/],
    [
      'a gap that must not be',
      'time,count\n0,1\n10,1\n20,1\n90,1\n',
      { gaps: 'error' },
      'gap-in-trace',
      5,
      /gap of 70 s/,
    ],
    ['nothing in range', counts, { from: 1000 }, 'no-rows-in-range', undefined, /from.*0 s to 40 s/],
    [
      'a from before the first row',
      'time,count\n100,1\n110,1\n',
      { from: 99 },
      'from-outside-trace',
      undefined,
      /100 s to 120 s/,
    ],
    [
      'a from of another year',
      dated,
      { from: '1997-06-30T18:00:00Z' },
      'from-outside-trace',
      undefined,
      /1998-06-30T18:00:00Z to/,
    ],
    ['a from in seconds into dates', dated, { from: '1h' }, 'from-outside-trace', undefined, /1998-06-30T18:00:00Z/],
    ['a to behind the last row', counts, { to: 41 }, 'to-outside-trace', undefined, /0 s to 40 s/],
    [
      'a to behind a gzip trace',
      gzipSync(counts),
      { file: 't.csv.gz', to: 3000, speed: 2 },
      'to-outside-trace',
      undefined,
      /40 s/,
    ],
    ['a from before requests', requestTimes, { ...single, from: 0 }, 'from-outside-trace', undefined, /100 s to 460 s/],
    ['a to behind requests', requestTimes, { ...single, to: 900 }, 'to-outside-trace', undefined, /100 s to 460 s/],
    [
      'no request in range',
      'time\n1\n2\n',
      { from: 1000, count: undefined, arrivals: undefined },
      'no-rows-in-range',
      undefined,
      /from/,
    ],
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

describe('a gzipped trace', () => {
  const text = `time,count\n${Array.from({ length: 50 }, (_, row) => `${row * 10},${(row * 7) % 13}`).join('\n')}\n`;
  const packed = gzipSync(text);
  const codeOf = (bytes: Uint8Array, chunkBytes: number): string => {
    try {
      arrivalsOf({ ...base, file: 't.csv.gz' }, contextOf({ files: { 't.csv.gz': bytes }, chunkBytes }));
      return 'accepted';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return error.problems[0].code;
    }
  };

  const unpackedOr = (bytes: Uint8Array, other: string): string => {
    try {
      return gunzipSync(bytes).toString('utf8');
    } catch {
      return other;
    }
  };

  it('is refused wherever it is cut', () => {
    for (let length = 0; length < packed.length; length++) {
      expect(codeOf(packed.subarray(0, length), 65_536), `cut after ${length} bytes`).toBe('damaged-gzip');
    }
  });

  it('is refused with a bit of its data turned, unless it still unpacks to the same', () => {
    for (let position = 10; position < packed.length; position++) {
      const damaged = Uint8Array.from(packed);
      damaged[position] ^= 16;
      // The last byte of the data may end in bits that mean nothing.
      const isHarmless = unpackedOr(damaged, '') === text;
      expect(codeOf(damaged, 64) === 'accepted', `byte ${position}`).toBe(isHarmless);
    }
  });

  it('may have several members, each checked', () => {
    const [first, second] = [gzipSync('time,count\n0,4\n'), gzipSync('10,4\n')];
    const both = Uint8Array.from([...first, ...second]);
    const damaged = Uint8Array.from(both);
    damaged[first.length - 8] ^= 1;
    for (const chunkBytes of [1, 7, 65_536]) {
      expect([codeOf(both, chunkBytes), codeOf(damaged, chunkBytes)]).toEqual(['accepted', 'damaged-gzip']);
    }
  });
});

describe('the file of a trace', () => {
  const rows = `time,count\n${Array.from({ length: 1000 }, (_, row) => `${row * 60},60`).join('\n')}\n`;
  const counted = (durationSeconds: number) => {
    const context = contextOf({ durationSeconds, files: { 't.csv': rows }, chunkBytes: 100 });
    const state = { opened: 0, closed: 0, bytes: 0 };
    const openFile: typeof context.openFile = (path) => {
      state.opened++;
      const file = context.openFile(path);
      return {
        read: (buffer) => {
          const count = file.read(buffer);
          state.bytes += count;
          return count;
        },
        close: () => {
          state.closed++;
        },
      };
    };
    return { state, context: { ...context, openFile } };
  };

  it.each([
    ['counts', base],
    ['requests', { executor: 'trace', file: 't.csv', time: 'time' }],
  ])('is read as far as the run goes, and closed: %s', (_name, settings) => {
    const { state, context } = counted(600);
    const times = arrivalsOf(settings, context);
    expect(times.every((time) => time < 600)).toBe(true);
    expect([state.opened, state.closed]).toEqual([1, 1]);
    expect(state.bytes).toBeLessThan(rows.length / 4);
  });

  it('is not opened for a source that nobody plays, and once for its curve', () => {
    const { state, context } = counted(600);
    const source = buildSource(parseSource(base), context);
    expect(state.opened).toBe(0);
    if (source.kind !== 'open') throw new TypeError('not open');
    expect([source.rate?.at(30), source.rate?.at(90), source.rate?.integral(0, 600)]).toEqual([1, 1, 600]);
    expect([state.opened, state.closed]).toEqual([1, 1]);
  });
});

describe('what a scenario says of a trace', () => {
  it.each([
    [{ count: 'n', rate: 'r' }, /not both/],
    [{ time: undefined }, /no `time` column/],
    [{ interval: '1s' }, /beside `time`/],
    [{ from: 20, to: '10s' }, /not after `from`/],
    [{ from: 'noon' }, /not a time/],
    [{ gaps: 'fill' }, /gaps|Invalid/],
  ])('is refused where it contradicts itself: %j', (settings, message) => {
    expect(() => parseSource({ ...base, ...settings })).toThrow(message);
  });

  it('lets the only count last its interval', () => {
    const settings = { executor: 'trace', file: 'c.txt', interval: '5s', arrivals: 'even' };
    expect(arrivalsOf(settings, contextOf({ files: { 'c.txt': '2' } }))).toEqual([2.5, 5]);
  });

  it('takes the same median step with and without `to`', () => {
    // Steps of 1 s, then of 10 s: with the first rows alone the step of 10 s would be a gap.
    const times = [0, 1, 2, ...Array.from({ length: 98 }, (_, row) => 12 + row * 10)];
    const text = `time,count\n${times.map((time) => `${time},1`).join('\n')}\n`;
    const gapsOf = (settings: Record<string, unknown>) => {
      const source = buildSource(parseSource({ ...base, ...settings }), contextOf({ files: { 't.csv': text } }));
      if (source.kind !== 'open') throw new TypeError('not open');
      while (Number.isFinite(source.nextArrivalSeconds()));
      return source.notes?.();
    };
    expect([gapsOf({}), gapsOf({ to: 15 })]).toEqual([[], []]);
  });

  it('is reported where a gap was filled', () => {
    const text = 'time,count\n0,1\n10,1\n20,1\n90,1\n';
    const source = buildSource(parseSource(base), contextOf({ files: { 't.csv': text } }));
    if (source.kind !== 'open') throw new TypeError('not open');
    while (Number.isFinite(source.nextArrivalSeconds()));
    expect(source.notes?.()).toEqual(['t.csv: 1 gap, the rate held']);
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
