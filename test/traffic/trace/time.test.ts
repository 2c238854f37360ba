import { describe, expect, it } from 'vitest';
import { parseRowTime, parseTime } from '../../../src/traffic/trace/time.js';

describe('parseTime', () => {
  // 1998-06-30 18:00:00 UTC is 10,407 days and 18 hours after 1970.
  const evening = 10_407 * 86_400 + 18 * 3600;
  it.each([
    ['1998-06-30 18:00:00', evening],
    ['1998-06-30T18:00:00Z', evening],
    ['1998-06-30T18:00', evening],
    ['1998-06-30T20:00:00+02:00', evening],
    ['1998-06-30T13:30:00-0430', evening],
    ['1998-06-30 18:00:00.5000000', evening + 0.5],
    ['1998-06-30', evening - 18 * 3600],
    ['2024-02-29', 19_782 * 86_400],
    [' 12.5 ', 12.5],
    ['1e3', 1000],
  ])('reads %s', (text, seconds) => {
    expect(parseTime(text, 's')).toBe(seconds);
  });

  it('counts bare numbers in milliseconds where the file does', () => {
    expect(parseTime('1500', 'ms')).toBe(1.5);
  });

  it.each([
    '',
    'noon',
    '2023-02-29',
    '2023-04-31',
    '2023-13-01',
    '2023-01-01 25:00',
    '2023-01-01 10:60',
    '0x10',
    'NaN',
    '1,5',
    '1e400',
    '-1e999',
    '2023-01-01 10:00:00-99:00',
    '2023-01-01 10:00:00+02:60',
  ])('does not take %j for a time', (text) => {
    expect(parseTime(text, 's')).toBeUndefined();
  });
});

describe('parseRowTime', () => {
  it('takes durations, too', () => {
    expect([parseRowTime('1h30m'), parseRowTime(20), parseRowTime('1970-01-02'), parseRowTime('soon')]).toEqual([
      5400,
      20,
      86_400,
      undefined,
    ]);
  });
});
