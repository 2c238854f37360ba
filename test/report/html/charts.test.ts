import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth } from '../../../src/report/html/charts/canvas.js';
import { eventTimesOf } from '../../../src/report/html/charts/eventTimes.js';
import { logTicks } from '../../../src/report/html/charts/logTicks.js';
import { placeLabels } from '../../../src/report/html/charts/placeLabels.js';
import { spreadLabels } from '../../../src/report/html/charts/spreadLabels.js';
import { timeTicks } from '../../../src/report/html/charts/timeTicks.js';
import { thinChanges, thinSamples } from '../../../src/report/html/data/thin.js';

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
    expect(ticks.map(format)).toEqual(['23:00', '07-01', '01:00']);
    expect(ticks).toEqual([1200, 4800, 8400]);
  });

  it('of a log scale are exact decimals', () => {
    expect(logTicks(0.09, 3.2, 4)).toEqual([0.1, 0.3, 1, 3]);
  });
});

describe('labels', () => {
  it('stand apart where two points lie on one another', () => {
    const request = { anchorX: 100, anchorY: 100, width: 60, height: 30 };
    const frame = { x: 0, y: 0, width: 300, height: 300 };
    const [a, b] = placeLabels([request, request], [], frame);
    const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    expect(apart).toBe(true);
  });

  it('stay inside the frame at its edge', () => {
    const frame = { x: 0, y: 0, width: 300, height: 300 };
    const [box] = placeLabels([{ anchorX: 295, anchorY: 5, width: 60, height: 30 }], [], frame);
    expect(box.x + box.width).toBeLessThanOrEqual(300);
    expect(box.y).toBeGreaterThanOrEqual(0);
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

  it('are cut with an ellipsis only where they do not fit', () => {
    expect(fitText('hpa', 100)).toBe('hpa');
    const cut = fitText('queue-per-instance', 60);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(60);
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
      rows: [
        {
          name: 'a',
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
