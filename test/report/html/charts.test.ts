import { describe, expect, it } from 'vitest';
import { logTicks } from '../../../src/report/html/charts/logTicks.js';
import { placeLabels } from '../../../src/report/html/charts/placeLabels.js';
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

describe('thinning', () => {
  it('keeps the highest latency of each bucket and the mean of a rate', () => {
    const values = Array.from({ length: 1000 }, (_, step) => (step === 501 ? 900 : 100));
    expect(Math.max(...thinSamples({ stepSeconds: 1, values }, 100, 'max').values.map(Number))).toBe(900);
    expect(thinSamples({ stepSeconds: 1, values }, 100, 'mean').values[50]).toBe(180);
  });

  it('keeps a shortage of one sample', () => {
    const changes = Array.from({ length: 5000 }, (_, step) => [step, 5, step === 2501 ? 1 : 9, 9] as const);
    const kept = thinChanges(changes);
    expect(kept.length).toBeLessThanOrEqual(4 * 721);
    expect(kept.some(([, , ready]) => ready === 1)).toBe(true);
  });

  it('leaves short lists as they are', () => {
    const changes = [[0, 1, 1, 1] as const];
    expect(thinChanges(changes)).toBe(changes);
  });
});
