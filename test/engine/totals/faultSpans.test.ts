import { describe, expect, it } from 'vitest';
import { faultSpan, faultSpans } from '../../../src/engine/totals/faultSpans.js';
import type { FaultEvent } from '../../../src/faults/schedule.js';

const span = { fromSeconds: 60, toSeconds: 300 };
const faultAt = (fromSeconds: number, untilSeconds: number): FaultEvent => ({
  kind: 'crash',
  fromSeconds,
  untilSeconds,
});

describe('faults of a span', () => {
  it.each([
    ['begins before it and ends in it', 59, 90, []],
    ['begins with it', 60, 90, [{ fromSeconds: 0, untilSeconds: 30 }]],
    ['lies in it', 100, 130, [{ fromSeconds: 40, untilSeconds: 70 }]],
    ['is over at once', 100, 100, [{ fromSeconds: 40, untilSeconds: 40 }]],
    ['lasts beyond it', 299, 400, [{ fromSeconds: 239, untilSeconds: 240 }]],
    ['begins as it ends', 300, 330, []],
    ['begins after it', 301, 330, []],
  ])('are those that begin inside, on its own clock: one that %s', (_what, from, until, expected) => {
    expect(faultSpans([faultAt(from, until)], span)).toEqual(expected);
  });

  it('are in the order in which they came', () => {
    const spans = faultSpans([faultAt(200, 210), faultAt(10, 20), faultAt(100, 110)], span);
    expect(spans.map(({ fromSeconds }) => fromSeconds)).toEqual([140, 40]);
  });

  it('may be asked for one by one, from before it too', () => {
    expect(faultSpan(faultAt(30, 500), span)).toEqual({ fromSeconds: -30, untilSeconds: 240 });
  });
});
