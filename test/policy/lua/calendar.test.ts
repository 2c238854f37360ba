import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarTime, daysOf } from '../../../src/policy/lua/calendar.js';

it('agrees with the platform calendar in every year from 1970 to 2400', () => {
  const seconds = fc.integer({ min: 0, max: 13_569_465_600 });
  fc.assert(
    fc.property(seconds, (moment) => {
      const date = new Date(moment * 1_000);
      const time = calendarTime(moment);
      expect([time.year, time.month, time.day]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth() + 1,
        date.getUTCDate(),
      ]);
      expect([time.hour, time.minute, time.second]).toEqual([
        date.getUTCHours(),
        date.getUTCMinutes(),
        date.getUTCSeconds(),
      ]);
      expect(time.weekday).toBe(date.getUTCDay());
      expect(daysOf(time.year, time.month, time.day)).toBe(Math.floor(moment / 86_400));
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('carries months beyond twelve over', () => {
  expect(daysOf(1970, 13, 1)).toBe(365);
  expect(daysOf(1971, 0, 1)).toBe(daysOf(1970, 12, 1));
});
