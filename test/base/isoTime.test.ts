import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from '../../src/base/isoTime.js';
import { spanText } from '../../src/imports/spanText.js';
import { parseTime } from '../../src/traffic/trace/time.js';

it('a time is written as the calendar has it, and read back as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (milliseconds) => {
      const text = isoTime(milliseconds / 1000);
      expect(text).toBe(new Date(milliseconds).toISOString().replace('.000Z', 'Z'));
      expect(Math.round((parseTime(text, 's') ?? Number.NaN) * 1000)).toBe(milliseconds);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it.each([
  [0, '0s'],
  [59, '59s'],
  [93, '1m33s'],
  [3600, '1h'],
  [298_859, '3d11h'],
])('a span of %d s is shown as %s', (seconds, text) => {
  expect(spanText(seconds)).toBe(text);
});
