import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CronSchedule, isInWindow, readCron } from '../../../src/platforms/keda/cronSchedule.js';

const hour = 3600;
const day = 24 * hour;
/** Monday 2024-01-01 00:00. */
const origin = Date.UTC(2024, 0, 1) / 1000;

function schedule(text: string): CronSchedule {
  const read = readCron(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

/** Expression, from, next moment; second 0 is Monday 2024-01-01 00:00. */
const cases: readonly [string, number, number][] = [
  ['0 8 * * *', 0, 8 * hour],
  ['0 8 * * *', 8 * hour, 32 * hour],
  ['30 8 * * 1-5', 4 * day + 9 * hour, 7 * day + 8.5 * hour],
  ['0 0 * * sat', 0, 5 * day],
  ['*/15 * * * *', 1, 900],
  ['5/20 * * * *', 301, 1500],
  ['0 9,17 * * *', 9 * hour, 17 * hour],
  ['0 0 1 feb *', 0, 31 * day],
  ['0 0 29 2 *', 60 * day, (59 + 366 + 365 * 3) * day],
  // Both day fields restricted: one of them is enough.
  ['0 0 10 * wed', 0, 2 * day],
  ['0 0 10 * wed', 3 * day, 9 * day],
  // A step of 2 restricts a day, one of 1 and a question mark leave all of them open.
  ['0 0 */2 * wed', 0, 2 * day],
  ['0 0 */2 * wed', 4 * day, 6 * day],
  ['0 0 */1 * wed', 3 * day, 9 * day],
  ['0 0 ? * wed', 3 * day, 9 * day],
  ['0 0 5,* * wed', 3 * day, 9 * day],
  ['0 0 10 * */1', 0, 9 * day],
  ['0 0 1-3 * sun', 3 * day, 6 * day],
  ['30,10 8 * * *', 0, 8 * hour + 600],
  ['0 17,9 * * *', 0, 9 * hour],
  ['5-10/2 * * * *', 301, 420],
  ['5-10/2 * * * *', 540, hour + 300],
  ['0 0 1 JAN *', 1, 366 * day],
  ['0 0 * * Sun', 0, 6 * day],
  ['0 0 * * mon-wed', 2 * day, 7 * day],
  ['0 0 1 jan-mar *', 61 * day, 366 * day],
  ['  0   8 \t* *  * ', 0, 8 * hour],
  [' @daily ', 1, day],
  ['@weekly', 0, 6 * day],
  ['@monthly', 0, 31 * day],
  ['@yearly', 0, 366 * day],
  ['59 23 31 12 *', 0, 366 * day - 60],
  ['@daily', 1, day],
  ['@hourly', hour, 2 * hour],
];

describe('a cron schedule', () => {
  for (const [text, from, next] of cases) {
    it(`${text} after ${from} s comes at ${next} s`, () =>
      expect(schedule(text).nextSeconds(origin + from)).toBe(origin + next));
  }

  for (const text of [
    '* * * *',
    '60 * * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 * 13 *',
    '0 0 * * 7',
    '9-5 * * * *',
    '* * * * * *',
    '5- * * * *',
    '-5 * * * *',
    '1-2-3 * * * *',
    '5/5/5 * * * *',
    '*/x * * * *',
    '5,60 * * * *',
    '5-60 * * * *',
    '*5 * * * *',
    '1x * * * *',
    'x1 * * * *',
    '0 0 0-3 * *',
    '0 0 1 janx *',
    '0 0 1 jan-x *',
    '@never',
    ',5 * * * *',
    'x * * * *',
    '*/0 * * * *',
    '',
  ]) {
    it(`"${text}" is refused`, () => expect(typeof readCron(text)).toBe('string'));
  }

  it('is refused with the field that is wrong, and what it may be', () => {
    expect(readCron('* * * *')).toBe('"* * * *" has 4 fields, a schedule has 5');
    expect(readCron('0 24 * * *')).toBe('"24" is no hour (0..23)');
    expect(readCron('5- * * * *')).toBe('"5-" is no minute');
  });

  it('finds a 29th of February across a century without one', () => {
    const of = (year: number) => Date.UTC(year, 1, 29) / 1000;
    expect(schedule('0 0 29 2 *').nextSeconds(of(2096))).toBe(of(2104));
  });

  it('that never comes is refused', () => expect(readCron('0 0 30 2 *')).toBe('"0 0 30 2 *" never comes'));

  it('always comes later, and is its own fixed point a moment before', () => {
    const field = (max: number) => fc.oneof(fc.constant('*'), fc.nat(max).map(String));
    fc.assert(
      fc.property(field(59), field(23), fc.integer({ min: 0, max: 400 * day }), (minute, hours, from) => {
        const { nextSeconds } = schedule(`${minute} ${hours} * * *`);
        const next = nextSeconds(from);
        expect(next).toBeGreaterThan(from);
        expect(next % 60).toBe(0);
        expect(nextSeconds(next - 1)).toBe(next);
      }),
    );
  });
});

describe('a cron window', () => {
  const window = { start: schedule('0 8 * * *'), end: schedule('0 18 * * *') };
  const night = { start: schedule('0 22 * * *'), end: schedule('0 6 * * *') };

  it('holds from its start to its end', () => {
    expect([7.99, 8, 12, 17.99, 18].map((at) => isInWindow(window, at * hour))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('holds where the next start is its end', () => {
    const always = { start: schedule('0 8 * * *'), end: schedule('0 8 * * *') };
    expect([7, 8, 9].map((at) => isInWindow(always, at * hour))).toEqual([true, true, true]);
  });

  it('may cross midnight', () => {
    expect([5.99, 6, 21.99, 22, 23.99, 24].map((at) => isInWindow(night, at * hour))).toEqual([
      true,
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
