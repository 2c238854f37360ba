import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSource } from '../../../src/traffic/sources/index.js';
import { leastSettings } from '../leastSettings.js';
import { arrivalsOf, contextOf } from '../openContext.js';
import { parseSource } from '../parseSource.js';

const even = { arrivals: 'even' };

describe('constant-arrival-rate, even', () => {
  it('starts iteration i at i * timeUnit / rate, the first at once, without drift', () => {
    const times = arrivalsOf(
      { executor: 'constant-arrival-rate', rate: 3, duration: '1h', ...even },
      contextOf(),
      20_000,
    );
    expect(times).toHaveLength(10_800);
    for (const [index, time] of times.entries()) expect(time).toBeCloseTo(index / 3, 9);
  });

  it('counts from startTime and in its time unit', () => {
    const settings = {
      executor: 'constant-arrival-rate',
      rate: 2,
      timeUnit: '1m',
      duration: '2m',
      startTime: '10s',
      ...even,
    };
    expect(arrivalsOf(settings)).toEqual([10, 40, 70, 100]);
  });

  it('sends ceil(rate * duration / timeUnit) iterations, none at the end or later, for every rate and unit', () => {
    for (const timeUnit of [1, 7, 60, 3600]) {
      const seconds = timeUnit < 60 ? 42 : 420;
      for (let rate = 1; rate <= 200; rate++) {
        const settings = {
          executor: 'constant-arrival-rate',
          rate,
          timeUnit: `${timeUnit}s`,
          duration: `${seconds}s`,
          ...even,
        };
        const times = arrivalsOf(settings);
        expect(times, `${rate} per ${timeUnit} s`).toHaveLength(Math.ceil((rate * seconds) / timeUnit));
        expect(times[times.length - 1]).toBeLessThan(seconds);
      }
    }
  });

  it('sends none at the end of a duration that binary fractions cannot hold', () => {
    const settings = { executor: 'constant-arrival-rate', rate: 100, duration: '1100ms', startTime: '100ms', ...even };
    expect(arrivalsOf(settings)).toHaveLength(110);
  });

  it('refuses less than 1s and a VU pool that cannot grow, as k6 does', () => {
    const base = { executor: 'constant-arrival-rate', rate: 1 };
    expect(() => parseSource({ ...base, duration: '500ms' })).toThrow(/shorter than 1s/);
    expect(() => parseSource({ ...base, preAllocatedVUs: 5, maxVUs: 4 })).toThrow(/maxVUs below preAllocatedVUs/);
    expect(() => parseSource({ ...base, preAllocatedVUs: 0 })).toThrow(/no VUs at all/);
  });

  it('has a pool of preAllocatedVUs that grows to maxVUs, and none without either', () => {
    const poolOf = (pool: Record<string, number>) => {
      const source = buildSource(parseSource({ executor: 'constant-arrival-rate', rate: 1, ...pool }), contextOf());
      return source.kind === 'open' ? source.vuPool : 'closed';
    };
    expect(poolOf({ preAllocatedVUs: 2, maxVUs: 5 })).toEqual({ initialCount: 2, maxCount: 5 });
    expect(poolOf({ preAllocatedVUs: 2 })).toEqual({ initialCount: 2, maxCount: 2 });
    expect(poolOf({ maxVUs: 5 })).toEqual({ initialCount: 0, maxCount: 5 });
    expect(poolOf({})).toBeUndefined();
  });

  it('sends nothing at rate 0', () => {
    expect(arrivalsOf({ executor: 'constant-arrival-rate', rate: 0 })).toEqual([]);
  });

  it('lasts to the end of the run without a duration', () => {
    expect(
      arrivalsOf({ executor: 'constant-arrival-rate', rate: 1, ...even }, contextOf({ durationSeconds: 5 })),
    ).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('ramping-arrival-rate, even', () => {
  it('starts iteration n when the integral of the rate reaches n', () => {
    // The rate rises from 0 to 4/s in 4 s: the integral is t^2 / 2, so iteration n starts at sqrt(2 n).
    const times = arrivalsOf({ executor: 'ramping-arrival-rate', stages: [{ duration: '4s', target: 4 }], ...even });
    expect(times).toHaveLength(8);
    for (const [index, time] of times.entries()) expect(time).toBeCloseTo(Math.sqrt(2 * (index + 1)), 12);
  });

  it('sends floor(integral) iterations, for every target and unit', () => {
    for (const timeUnit of [1, 7, 60, 3600]) {
      const seconds = timeUnit < 60 ? 42 : 420;
      for (let target = 1; target <= 200; target++) {
        const stages = [
          { duration: `${seconds}s`, target },
          { duration: `${seconds}s`, target },
        ];
        const settings = { executor: 'ramping-arrival-rate', timeUnit: `${timeUnit}s`, stages, ...even };
        // Half of seconds x target / timeUnit while it rises, the whole after.
        const wanted = Math.floor((1.5 * target * seconds) / timeUnit);
        expect(arrivalsOf(settings), `${target} per ${timeUnit} s`).toHaveLength(wanted);
      }
    }
  });

  it('sends an iteration that is due at the end of a stage there, not after a pause', () => {
    const stages = [
      { duration: '2s', target: 1 },
      { duration: '0s', target: 0 },
      { duration: '1h', target: 0 },
      { duration: '0s', target: 1 },
      { duration: '1s', target: 1 },
    ];
    expect(arrivalsOf({ executor: 'ramping-arrival-rate', startRate: 1, stages, ...even })).toEqual([1, 2, 3603]);
  });

  it('carries the fraction of an iteration over a change of rate, and jumps at a stage of 0s', () => {
    const stages = [
      { duration: '1500ms', target: 1 },
      { duration: '0s', target: 2 },
      { duration: '2s', target: 2 },
    ];
    // 1.5 iterations by 1.5 s; the second is reached 0.25 s into the doubled rate, then one each half second.
    const times = arrivalsOf({ executor: 'ramping-arrival-rate', startRate: 1, stages, ...even });
    expect(times.map((time) => Number(time.toFixed(9)))).toEqual([1, 1.75, 2.25, 2.75, 3.25]);
  });
});

describe('every open source', () => {
  const curves: [string, Record<string, unknown>][] = [
    ['constant', { executor: 'constant-arrival-rate', rate: 20 }],
    [
      'ramping',
      {
        executor: 'ramping-arrival-rate',
        startRate: 5,
        stages: [
          { duration: '20m', target: 40 },
          { duration: '40m', target: 0 },
        ],
      },
    ],
    ['diurnal', { executor: 'diurnal', mean: 20, peakToTrough: 4, period: '1h', peakAt: '20m' }],
    ['flash-crowd', { executor: 'flash-crowd', base: 5, peak: 60, at: '10m', rise: '90s', hold: '10m', fall: '4m' }],
  ];

  it.each(curves)('sends as many requests as its curve says, for each arrival process: %s', (_name, settings) => {
    for (const arrivals of ['poisson', 'even', { gamma: { cv: 2 } }]) {
      const context = contextOf({ seed: 5 });
      const source = buildSource(parseSource({ ...settings, arrivals }), context);
      if (source.kind !== 'open' || source.rate === undefined) throw new TypeError('no curve');
      const times = arrivalsOf({ ...settings, arrivals }, context);
      // The variance of a count is its mean times the squared cv of the gaps.
      const cv = arrivals === 'even' ? 0 : arrivals === 'poisson' ? 1 : 2;
      for (const [from, to] of [
        [0, 3600],
        [600, 1200],
        [1200, 2400],
      ]) {
        const expected = source.rate.integral(from, to);
        const counted = times.filter((time) => time >= from && time < to).length;
        expect(Math.abs(counted - expected)).toBeLessThanOrEqual(4 * cv * Math.sqrt(expected) + 1.5);
      }
      expect(times.every((time, index) => index === 0 || time >= times[index - 1])).toBe(true);
    }
  });

  it.each(curves)('has an integral that agrees with its rate: %s', (_name, settings) => {
    const source = buildSource(parseSource(settings), contextOf());
    if (source.kind !== 'open' || source.rate === undefined) throw new TypeError('no curve');
    const { at, integral } = source.rate;
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3500, noNaN: true }),
        fc.double({ min: 0.5, max: 100, noNaN: true }),
        (from, length) => {
          const steps = 2000;
          let sum = 0;
          for (let step = 0; step < steps; step++) sum += (at(from + ((step + 0.5) * length) / steps) * length) / steps;
          return Math.abs(integral(from, from + length) - sum) < 1e-3 * (1 + sum) + 0.2;
        },
      ),
      { seed: 3, numRuns: 50 },
    );
  });

  it('keeps the diurnal mean and peak: mean (1 + a cos), a = (r - 1) / (r + 1)', () => {
    const source = buildSource(
      parseSource({ executor: 'diurnal', mean: 40, peakToTrough: 4, period: '24h', peakAt: '14h' }),
      contextOf({ durationSeconds: 86_400 }),
    );
    if (source.kind !== 'open' || source.rate === undefined) throw new TypeError('no curve');
    expect(source.rate.at(14 * 3600)).toBeCloseTo(64, 9);
    expect(source.rate.at(2 * 3600)).toBeCloseTo(16, 9);
    expect(source.rate.integral(0, 86_400)).toBeCloseTo(40 * 86_400, 4);
  });

  it('keeps the crowd: base, linear rise, hold, exponential fall', () => {
    const source = buildSource(
      parseSource({ executor: 'flash-crowd', base: 20, peak: 400, at: '40m', rise: '90s', hold: '10m', fall: '4m' }),
      contextOf({ durationSeconds: 7200 }),
    );
    if (source.kind !== 'open' || source.rate === undefined) throw new TypeError('no curve');
    const { at } = source.rate;
    expect([at(0), at(2400 + 45), at(2400 + 300)]).toEqual([20, 210, 400]);
    expect(at(2400 + 90 + 600 + 240)).toBeCloseTo(20 + 380 / Math.E, 9);
  });
});

describe('columns of arrivals', () => {
  const files = { 'a.txt': '300 0 90 600', 'a.csv': 'time,count\n1998-06-30T18:00:00Z,300\n1998-06-30T18:01:00Z,90\n' };
  const context = () => contextOf({ durationSeconds: 240, files });
  const open = Object.entries(leastSettings)
    .map(([executor, settings]) => ({ executor, ...settings }))
    .filter((settings) => buildSource(parseSource(settings), context()).kind === 'open');

  it.each([
    ...open,
    { executor: 'constant-arrival-rate', rate: 5, duration: '3m', ...even },
    { executor: 'trace', file: 'a.txt', interval: '60s' },
  ])('are the arrivals of as many calls: $executor', (settings) => {
    const built = () => buildSource(parseSource(settings), context());
    const property = fc.property(fc.integer({ min: 1, max: 300 }), fc.nat({ max: 200 }), (length, callCount) => {
      const source = built();
      const expected = built();
      if (source.kind !== 'open' || expected.kind !== 'open') throw new TypeError('not an open source');
      const column = new Float64Array(length);
      for (let call = 0; call < callCount; call++) {
        expect(source.nextArrivalSeconds()).toBe(expected.nextArrivalSeconds());
      }
      for (let block = 0; block < 10; block++) {
        source.fillArrivals?.(column);
        for (const seconds of column) expect(seconds).toBe(expected.nextArrivalSeconds());
      }
    });
    fc.assert(property, { seed: 1, numRuns: 20 });
  });
});
