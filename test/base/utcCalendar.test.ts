import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarTime, utcSeconds } from '../../src/base/utcCalendar.js';

/** GNU date and Python's calendar gave these. */
it.each([
  [-62_167_219_200, '0-1-1 0:0:0', 6, 1],
  [-60_589_296_000, '50-1-1 0:0:0', 6, 1],
  [-1, '1969-12-31 23:59:59', 3, 365],
  [0, '1970-1-1 0:0:0', 4, 1],
  [951_825_599, '2000-2-29 11:59:59', 2, 60],
  [4_107_542_400, '2100-3-1 0:0:0', 1, 60],
  [13_569_465_600, '2400-1-1 0:0:0', 6, 1],
  [67_767_976_233_446_400, '2147483647-12-31 0:0:0', 2, 365],
])('%d s is %s', (seconds, text, weekday, yearDay) => {
  const { year, month, day, hour, minute, second, ...rest } = calendarTime(seconds);
  expect([`${year}-${month}-${day} ${hour}:${minute}:${second}`, rest]).toEqual([text, { weekday, yearDay }]);
});

it('agrees with the language as far as that goes', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8_640_000_000_000, max: 8_640_000_000_000 }), (seconds) => {
      const date = new Date(seconds * 1000);
      expect(calendarTime(seconds)).toMatchObject({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
        hour: date.getUTCHours(),
        minute: date.getUTCMinutes(),
        second: date.getUTCSeconds(),
        weekday: date.getUTCDay(),
      });
    }),
    { seed: 1, numRuns: 1000 },
  );
});

it('has a date for every moment and the same moment for that date, and days that follow each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), (seconds) => {
      const time = calendarTime(seconds);
      expect(utcSeconds(time)).toBe(seconds);
      const next = calendarTime(seconds + 86_400);
      expect(next.weekday).toBe((time.weekday + 1) % 7);
      if (next.yearDay !== time.yearDay + 1) expect([next.yearDay, next.year - time.year]).toEqual([1, 1]);
    }),
    { seed: 2, numRuns: 2000 },
  );
});

it('carries over what is beyond its range', () => {
  const carried: readonly (readonly [Parameters<typeof utcSeconds>[0], Parameters<typeof utcSeconds>[0]])[] = [
    [
      { year: 1970, month: 13, day: 1 },
      { year: 1971, month: 1, day: 1 },
    ],
    [
      { year: 1971, month: 0, day: 1 },
      { year: 1970, month: 12, day: 1 },
    ],
    [
      { year: 2000, month: 3, day: 0 },
      { year: 2000, month: 2, day: 29 },
    ],
    [
      { year: 1900, month: 2, day: 29 },
      { year: 1900, month: 3, day: 1 },
    ],
    [
      { year: 2026, month: 1, day: 1, hour: 24, minute: -1 },
      { year: 2026, month: 1, day: 1, hour: 23, minute: 59 },
    ],
    [
      { year: 2026, month: -4_799, day: 1 },
      { year: 1626, month: 1, day: 1 },
    ],
  ];
  for (const [beyond, within] of carried) expect(utcSeconds(beyond)).toBe(utcSeconds(within));
});
