import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortNumber } from '../../../../src/policy/lua/hosts/shortNumber.js';

const hasLuajit = spawnSync('luajit', ['-v']).status === 0;

describe('numbers as LuaJIT shows them', () => {
  it.each([
    [3, '3'],
    [-0, '-0'],
    [0.1, '0.1'],
    [1 / 3, '0.33333333333333'],
    [1e14, '1e+14'],
    [99_999_999_999_999, '99999999999999'],
    [1e-5, '1e-05'],
    [Number.POSITIVE_INFINITY, 'inf'],
  ])('%d', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });

  it.skipIf(!hasLuajit)('are the same for any number', () => {
    const values = fc.sample(
      fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
      {
        numRuns: 2_000,
        seed: 1,
      },
    );
    const literal = (value: number) =>
      Number.isFinite(value) ? (Object.is(value, -0) ? '-0.0' : String(value)) : value > 0 ? '1/0' : '-1/0';
    const code = `for _, v in ipairs({ ${values.map(literal).join(', ')} }) do print(v) end`;
    const shown = spawnSync('luajit', ['-'], { input: code, encoding: 'utf8' }).stdout.trimEnd().split('\n');
    expect(values.map((value) => shortNumber(value))).toEqual(shown);
  });
});
