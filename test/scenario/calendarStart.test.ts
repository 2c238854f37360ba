import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoTime } from '../../src/base/isoTime.js';
import { instantsAt, parseTimeOfDay } from '../../src/base/timeOfDay.js';
import { instantOf } from '../../src/cli/explain/explainResult.js';
import { clockText } from '../../src/report/clock.js';
import { calendarStartOf } from '../../src/scenario/calendarStart.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';

const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
const hours = (date: string) =>
  `t,n\n${Array.from({ length: 48 }, (_, half) => `${date}T${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}:00Z,5`).join('\n')}\n`;
writeFileSync(join(folder, 'june.csv'), hours('1998-06-30'));
writeFileSync(join(folder, 'july.csv'), hours('1998-07-01'));
writeFileSync(join(folder, 'both.csv'), `${hours('1998-06-30')}${hours('1998-07-01').split('\n').slice(1).join('\n')}`);
writeFileSync(join(folder, 'zero.csv'), 't,n\n0,5\n60,5\n');

function startOf(traffic: Record<string, object>, more: Partial<ScenarioInput> = {}): string {
  const sources = Object.fromEntries(
    Object.entries(traffic).map(([name, source]) => [name, { executor: 'trace', time: 't', count: 'n', ...source }]),
  );
  // safe: what the tests pass are settings of traces.
  const input = {
    name: 'c',
    duration: '10m',
    traffic: sources,
    requests: { r: { route: 'web' } },
    services: { web: {} },
  };
  const scenario = parseScenario({ ...input, ...more } as ScenarioInput);
  const { seconds, from } = calendarStartOf(scenario, folder);
  return `${from} ${isoTime(seconds)}`;
}

describe('the calendar of a run', () => {
  it.each([
    ['the first row of a trace', { a: { file: 'june.csv' } }, {}, 'trace 1998-06-30T00:00:00Z'],
    [
      'the first row played',
      { a: { file: 'june.csv', from: '1998-06-30T17:10:00Z' } },
      {},
      'trace 1998-06-30T17:10:00Z',
    ],
    [
      'a time of the only day',
      { a: { file: 'june.csv', from: '17:30', to: '18:05' } },
      {},
      'trace 1998-06-30T17:30:00Z',
    ],
    ['what plays later', { a: { file: 'june.csv', startTime: '30m' } }, {}, 'trace 1998-06-29T23:30:00Z'],
    ['a Monday without dates', { a: { file: 'zero.csv' } }, {}, 'default 2026-01-05T00:00:00Z'],
    ['what is written', { a: { file: 'june.csv' } }, { start: '2026-03-01 08:00:00' }, 'start 2026-03-01T08:00:00Z'],
    ['one clock of two traces', { a: { file: 'june.csv' }, b: { file: 'june.csv' } }, {}, 'trace 1998-06-30T00:00:00Z'],
  ])('begins at %s', (_name, traffic, more, expected) => expect(startOf(traffic, more)).toBe(expected));

  it.each([
    ['two clocks', { a: { file: 'june.csv' }, b: { file: 'july.csv' } }, /one calendar|clocks|begins at 1998-07-01/],
    [
      'a time of two days',
      { a: { file: 'both.csv', from: '17:30' } },
      /2 days: 1998-06-30T17:30:00Z, 1998-07-01T17:30:00Z/,
    ],
    ['a time of no day', { a: { file: 'zero.csv', from: '17:30' } }, /clocks do not show 17:30/],
    ['a window that ends first', { a: { file: 'june.csv', from: '17:30', to: '17:00' } }, /not after/],
  ])('is refused with %s', (_name, traffic, why) => expect(() => startOf(traffic)).toThrow(why));

  it('refuses a start that is no date', () => {
    for (const start of ['17:30', '1h', 'monday', '2026-02-30T00:00:00Z', '12'])
      expect(() => startOf({ a: { file: 'june.csv' } }, { start })).toThrow(/is not a date and time/);
  });
});

describe('a time of day', () => {
  it.each([
    ['17:30', 63_000],
    ['7:05:09', 25_509],
    ['24:00', 86_400],
    ['25:00', undefined],
    ['17:60', undefined],
    ['1730', undefined],
  ])('%s', (text, seconds) => expect(parseTimeOfDay(text)).toBe(seconds));

  it('comes once a day', () => {
    expect(instantsAt(3600, { from: 0, until: 3 * 86_400 })).toEqual([3600, 90_000, 176_400]);
    expect(instantsAt(3600, { from: 3601, until: 86_400 })).toEqual([]);
  });
});

describe('an instant of a result', () => {
  const evening = { start: '1998-06-30T17:30:00Z', duration_s: 3600 };

  it.each([
    ['12m', 720],
    ['18:05', 2100],
    ['18:05:30', 2130],
    ['1998-06-30T18:00:00Z', 1800],
  ])('%s', (text, seconds) => expect(instantOf(text, evening)).toBe(seconds));

  it('is refused where clocks do not show it, or show it twice', () => {
    expect(() => instantOf('17:00', evening)).toThrow(/at no time/);
    expect(() => instantOf('18:00', { ...evening, duration_s: 3 * 86_400 })).toThrow(/on 3 days/);
    expect(() => instantOf('soon', evening)).toThrow(/--at is "soon"/);
  });

  it('is shown as its clock shows it, with the date on later days', () => {
    expect([0, 90].map((seconds) => clockText(seconds, undefined))).toEqual(['00:00:00', '00:01:30']);
    expect(clockText(2100, evening.start)).toBe('18:05:00');
    expect(clockText(7 * 3600, evening.start)).toBe('1998-07-01 00:30:00');
  });
});
