import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTexts, textWidth } from '../../../src/report/html/charts/canvas.js';
import { spreadLabels } from '../../../src/report/html/charts/errorBudget.js';
import { type Box, placeLabels } from '../../../src/report/html/charts/placeLabels.js';
import { linearTicks, logTicks, timeTicks } from '../../../src/report/html/charts/ticks.js';
import { thinChanges, thinSamples } from '../../../src/report/html/data/thin.js';
import { eventTimesOf } from '../../../src/report/html/page/timelineView.js';

describe('ticks', () => {
  it('are round times inside the view, never more than asked for', () => {
    const { ticks, format } = timeTicks(0, 7200, 9);
    expect(ticks.map(format)).toEqual(
      ['00:00', '00:15', '00:30', '00:45', '01:00', '01:15', '01:30', '01:45', '02:00'].slice(0, ticks.length),
    );
    expect(timeTicks(100, 160, 7).ticks).toEqual([100, 110, 120, 130, 140, 150, 160]);
  });

  it('are round times of the clock where the run has one, midnight as its date', () => {
    const { ticks, format } = timeTicks(0, 3 * 3600, 4, '1998-06-30T22:40:00Z');
    expect(ticks.map(format)).toEqual(['23:00', 'Wed 1 Jul', '01:00']);
    expect(ticks).toEqual([1200, 4800, 8400]);
  });

  it('are counted in days where the run has no calendar', () => {
    const { ticks, format } = timeTicks(0, 4 * 86_400, 8);
    expect(ticks.map(format)).toEqual([
      '00:00',
      '12:00',
      '1 d',
      '1 d 12 h',
      '2 d',
      '2 d 12 h',
      '3 d',
      '3 d 12 h',
      '4 d',
    ]);
  });

  it('of a log scale are exact decimals', () => {
    expect(logTicks([0.09, 3.2], { pixels: 100, apart: 25 })).toEqual([0.1, 0.3, 1, 3]);
  });

  it('of a log scale stand as far apart as their labels need, and away from what is taken', () => {
    const decades = fc.tuple(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: 0.05, max: 7, noNaN: true }),
    );
    const sizes = fc.record({ pixels: fc.integer({ min: 40, max: 500 }), apart: fc.integer({ min: 10, max: 60 }) });
    fc.assert(
      fc.property(decades, sizes, fc.double({ min: 0, max: 1, noNaN: true }), ([from, span], { pixels, apart }, at) => {
        const domain = [10 ** from, 10 ** (from + span)] as const;
        const taken = 10 ** (from + span * at);
        const toPixel = (value: number) => ((Math.log10(value) - from) / span) * pixels;
        const places = [...logTicks(domain, { pixels, apart, taken: [taken] }), taken]
          .map(toPixel)
          .sort((a, b) => a - b);
        for (const [index, place] of places.entries())
          if (index > 0) expect(place - places[index - 1]).toBeGreaterThanOrEqual(apart - 1e-6);
      }),
    );
  });

  it('of a plain scale are as many as asked for at most, inside, and even', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e6, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
        fc.integer({ min: 2, max: 9 }),
        (low, span, countMax) => {
          const ticks = linearTicks(low, low + span, countMax);
          expect(ticks.length).toBeLessThanOrEqual(countMax);
          for (const tick of ticks) {
            expect(tick).toBeGreaterThanOrEqual(low - span * 1e-3 - low * 1e-5);
            expect(tick).toBeLessThanOrEqual(low + span + span * 1e-3 + low * 1e-5);
          }
        },
      ),
    );
  });
});

describe('labels', () => {
  const frame = { x: 0, y: 0, width: 400, height: 260 };
  const isApart = (a: Box, b: Box) =>
    a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

  it('never stand on one another, on a text or outside of the frame, wherever the points lie', () => {
    const anchor = fc.record({
      anchorX: fc.integer({ min: 0, max: 400 }),
      anchorY: fc.integer({ min: 0, max: 260 }),
      width: fc.integer({ min: 20, max: 190 }),
      height: fc.constantFrom(15, 30),
    });
    const texts = [{ x: 300, y: 100, width: 90, height: 16 }];
    fc.assert(
      fc.property(fc.array(anchor, { minLength: 1, maxLength: 14 }), (requests) => {
        const boxes = placeLabels(requests, { obstacles: [], texts, frame }).filter((box) => box !== undefined);
        for (const [index, box] of boxes.entries()) {
          for (const other of [...boxes.slice(0, index), ...texts]) expect(isApart(box, other)).toBe(true);
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(400);
          expect(box.y + box.height).toBeLessThanOrEqual(260);
        }
      }),
    );
  });

  it('are all there where twelve points lie on one another', () => {
    const requests = Array.from({ length: 12 }, () => ({ anchorX: 200, anchorY: 130, width: 150, height: 15 }));
    expect(placeLabels(requests, { obstacles: [], texts: [], frame })).not.toContain(undefined);
  });
});

describe('labels of curves', () => {
  it('stand 15 px apart and inside the frame wherever there is room for all', () => {
    const heights = fc.array(fc.double({ min: -50, max: 300, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = spreadLabels(wanted, { top: 4, bottom: 200 }).sort((a, b) => a - b);
        for (const [index, height] of placed.entries()) {
          expect(height).toBeGreaterThanOrEqual(4 - 1e-9);
          expect(height).toBeLessThanOrEqual(200 + 1e-9);
          if (index > 0) expect(height - placed[index - 1]).toBeGreaterThanOrEqual(15 - 1e-9);
        }
      }),
    );
  });

  it('stay where they want to be when nothing is near', () => {
    expect(spreadLabels([100, 20, 60], { top: 0, bottom: 200 })).toEqual([100, 20, 60]);
  });

  it('are cut in the middle only where they do not fit, and stay different', () => {
    expect(fitTexts(['hpa'], 100)).toEqual(['hpa']);
    const cut = fitTexts(['hpa-tuned-for-checkout-50', 'hpa-tuned-for-checkout-60'], 80);
    expect(new Set(cut).size).toBe(2);
    for (const text of cut) {
      expect(text).toMatch(/^hpa.*0$/);
      expect(textWidth(text)).toBeLessThanOrEqual(80);
    }
  });
});

describe('events worth a visit', () => {
  it('are faults, reversals, wishes held back and the begin of each time above the SLO', () => {
    const mark = (timeSeconds: number, type: 'reversal' | 'held' | 'change') => ({
      timeSeconds,
      type,
      count: 1,
      title: '',
    });
    const times = eventTimesOf({
      service: 'web',
      durationSeconds: 100,
      warmupSeconds: 0,
      rate: { stepSeconds: 10, values: [] },
      faults: [{ fromSeconds: 5, untilSeconds: 9, label: 'crash' }],
      sloMs: 300,
      countMax: 1,
      latencyName: 'p99',
      latencyDomain: null,
      hasCpu: false,
      failureMax: null,
      rows: [
        {
          name: 'a',
          place: 0,
          failures: null,
          bounds: null,
          held: [],
          color: '',
          changes: [],
          latency: { stepSeconds: 10, values: [100, 400, 500, null, 400, 100, 301, 300] },
          aboveSlo: [
            [10, 30],
            [40, 50],
          ],
          cpu: { stepSeconds: 10, values: [] },
          marks: [mark(33, 'reversal'), mark(12, 'held'), mark(50, 'change'), mark(10, 'reversal')],
        },
      ],
    });
    expect(times).toEqual([5, 10, 12, 33, 40]);
  });
});

describe('thinning', () => {
  it('keeps the highest latency of each bucket and the mean of a rate', () => {
    const values = Array.from({ length: 1000 }, (_, step) => (step === 501 ? 900 : 100));
    expect(Math.max(...thinSamples({ stepSeconds: 1, values }, 100, 'max').values.map(Number))).toBe(900);
    expect(thinSamples({ stepSeconds: 1, values }, 100, 'mean').values[50]).toBe(180);
  });

  it('keeps a shortage of one sample', () => {
    const changes = Array.from({ length: 5000 }, (_, step) => [step, 5, step === 2501 ? 1 : 9, 9] as const);
    const kept = thinChanges(changes, 2880);
    expect(kept.length).toBeLessThanOrEqual(2880);
    expect(kept.some(([, , ready]) => ready === 1)).toBe(true);
  });

  it('leaves short lists as they are', () => {
    const changes = [[0, 1, 1, 1] as const];
    expect(thinChanges(changes, 3000)).toBe(changes);
  });
});
