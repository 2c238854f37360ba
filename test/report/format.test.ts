import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDuration,
  formatInUnit,
  formatMilliseconds,
  formatNumber,
  formatPercent,
  formatShare,
  formatUsd,
} from '../../src/report/format.js';

describe('numbers', () => {
  it.each([
    [0, '0'],
    [1.2249, '1.22'],
    [412.4, '412'],
    [999.6, '1,000'],
    [12_345, '12,300'],
    [-0.5, '−0.5'],
    [100, '100'],
    [0.0001234, '0.000123'],
  ])('%d is %s', (value, text) => expect(formatNumber(value)).toBe(text));

  it.each([
    [999.4, '999 ms'],
    [1220, '1.22 s'],
    [10_400, '10.4 s'],
    [125_000, '2 min 5 s'],
  ])('%d ms is %s', (value, text) => expect(formatMilliseconds(value)).toBe(text));

  it.each([
    [411, '6 min 51 s'],
    [7200, '2 h'],
    [0, '0 s'],
    [59.7, '1 min'],
    [3599.9, '1 h'],
    [100_000, '1 d 4 h'],
  ])('%d s is %s', (value, text) => expect(formatDuration(value)).toBe(text));

  it.each([
    [12.741, '$12.7'],
    [1234.4, '$1,230'],
    [-0.15, '−$0.150'],
    [0.00123, '$0.00123'],
    [0, '$0'],
  ])('%d dollars are %s', (value, text) => expect(formatUsd(value)).toBe(text));

  it('never rounds a share up to the whole or over an objective', () => {
    expect(formatShare(0.99999)).toBe('99.99\u202f%');
    expect(formatShare(0.98999)).toBe('98.9\u202f%');
    expect(formatShare(1)).toBe('100\u202f%');
  });

  it('keeps the sign of percent that is not nothing', () => {
    expect(formatPercent(-36)).toBe('−36\u202f%');
    expect(formatPercent(-0.01)).toBe('0.0\u202f%');
    expect(formatPercent(0)).toBe('0\u202f%');
  });

  it('shows times of the run beyond a day', () => {
    expect(formatClock(90_061)).toBe('25:01:01');
    expect(formatClock(2820, { withSeconds: false })).toBe('00:47');
  });

  it('shows a mean of counts with one decimal and large counts whole', () => {
    expect(formatInUnit(1.7, 'count')).toBe('1.7');
    expect(formatInUnit(1234.5, 'count')).toBe('1,235');
  });
});
