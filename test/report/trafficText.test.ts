import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficText } from '../../src/report/trafficText.js';
import type { Timeline } from '../../src/results/results.js';
import { samplePolicy, sampleTimeline } from '../support/samplePolicy.js';

type Curve = (seconds: number) => number;

/** A policy whose traffic was planned like this; what came scatters by a tenth, and must not show. */
function planned(curve: Curve, { durationSeconds = 3600, stepSeconds = 2 } = {}) {
  const count = durationSeconds / stepSeconds;
  const rates = Array.from({ length: count }, (_, step) => curve((step + 0.5) * stepSeconds));
  const rate = rates.map((one, step) => one * (1 + 0.1 * Math.sin(step * 7)));
  return {
    ...samplePolicy('hpa', [{}]),
    timeline: [{ ...sampleTimeline(0), step_s: stepSeconds, rate, planned_rate: rates }],
  };
}

const ramp =
  (at: number, length: number, from: number, to: number): Curve =>
  (seconds) =>
    from + (to - from) * Math.min(1, Math.max(0, (seconds - at) / length));
const text = (curve: Curve, options?: Parameters<typeof planned>[1]) => trafficText([planned(curve, options)]);

describe('the traffic in a few words', () => {
  const cases: readonly (readonly [string, Curve, string])[] = [
    ['a ramp out of a plateau', ramp(600, 120, 60, 600), '60 -> 600 req/s in 2 min'],
    ['a ramp from the first second on', ramp(0, 600, 40, 150), '40 -> 150 req/s in 10 min'],
    ['a ramp over the whole run', ramp(0, 3600, 40, 150), '40 -> 150 req/s in 60 min'],
    ['a jump', (seconds) => (seconds < 60 ? 25 : 300), '25 -> 300 req/s at once'],
    ['nothing but a fall', ramp(600, 300, 600, 60), '600 -> 60 req/s in 5 min'],
    ['a constant rate', () => 42, '42 req/s'],
    ['no traffic', () => 0, 'no requests planned'],
    [
      'a rise and a fall back',
      (seconds) => ramp(600, 120, 60, 600)(seconds) - ramp(1800, 600, 0, 540)(seconds),
      '60 -> 600 req/s in 2 min',
    ],
    [
      'the steepest of several ramps',
      (seconds) => ramp(300, 1200, 10, 40)(seconds) + ramp(1800, 600, 0, 110)(seconds),
      '10 .. 150 req/s, steepest: 40 -> 150 req/s in 10 min',
    ],
    [
      'a rise, a fall, and a steeper rise to less',
      (seconds) => ramp(300, 600, 20, 200)(seconds) - ramp(1200, 600, 0, 160)(seconds) + ramp(2400, 60, 0, 60)(seconds),
      '20 .. 200 req/s, steepest: 40 -> 100 req/s in 60 s',
    ],
  ];
  it.each(cases)('%s', (_, curve, expected) => {
    expect(text(curve)).toBe(expected);
  });

  it('names the ends of a ramp whose peak is one instant', () => {
    const triangle: Curve = (seconds) =>
      seconds < 360 ? ramp(0, 360, 40, 150)(seconds) : ramp(360, 360, 150, 40)(seconds);
    expect(text(triangle)).toBe('40 -> 150 req/s in 6 min');
  });

  it('tells of a day its steepest part, not its ends', () => {
    const day: Curve = (seconds) => 95 - 55 * Math.cos((seconds / 86_400) * 2 * Math.PI);
    expect(text(day, { durationSeconds: 86_400, stepSeconds: 30 })).toMatch(
      /^40 \.\. 150 req\/s, steepest: 4\d\.?\d* -> 14\d req\/s in [89]\.?\d* h$/,
    );
  });

  it('gives noise its range only', () => {
    expect(text((seconds) => 100 + 20 * Math.sin(seconds / 7))).toMatch(/^80(\.0\d)? \.\. 120 req\/s$/);
  });

  it('says what came where nothing is planned, and under whom where that differs', () => {
    const { planned_rate: _, ...unplanned } = sampleTimeline(0);
    const one = { ...samplePolicy('hpa', [{}]), timeline: [unplanned] };
    const other = { ...one, timeline: [{ ...unplanned, rate: unplanned.rate.map((rate) => rate / 2) }] };
    expect(trafficText([one, one])).toBe('240 req/s on average');
    expect(trafficText([one, other])).toBe('240 req/s on average under hpa');
  });

  it('leaves out what services send each other', () => {
    const { planned_rate: _, ...unplanned } = sampleTimeline(0);
    const steady = unplanned.rate.map(() => 10);
    const web = { ...unplanned, rate: steady };
    const db = { ...unplanned, service: 'db', rate: steady.map((rate) => 3 * rate) };
    const callGraph = { entries: [{ service: 'web', requests_per_second: 10 }], edges: [], saturations: [] };
    const of = (timeline: Timeline[]) => trafficText([{ ...samplePolicy('hpa', [{}]), timeline, callGraph }]);
    expect(of([web, db])).toBe('10 req/s on average');
    const planned = { planned_rate: db.rate, planned_entry_rate: db.rate.map(() => 0) };
    expect(
      of([
        { ...web, planned_rate: steady },
        { ...db, ...planned },
      ]),
    ).toBe('10 req/s');
  });

  it('states the numbers of any ramp, to three digits, whatever came', () => {
    const numbers = { from: fc.integer({ min: 1, max: 900 }), to: fc.integer({ min: 1, max: 900 }) };
    const arbitrary = fc.record({
      ...numbers,
      at: fc.integer({ min: 0, max: 29 }),
      minutes: fc.integer({ min: 1, max: 29 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ from, to, at, minutes }) => {
        fc.pre(Math.abs(to - from) > 0.01 * Math.max(from, to));
        const shown = text(ramp(at * 60, minutes * 60, from, to));
        const span = minutes === 1 ? '60 s' : `${minutes} min`;
        expect(shown).toBe(`${from} -> ${to} req/s in ${span}`);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
