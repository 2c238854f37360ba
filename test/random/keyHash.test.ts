import { expect, it } from 'vitest';
import { keyHash, mixBits } from '../../src/random/keyHash.js';

it('flips about half of the 128 bits when one bit of a number changes', () => {
  const flipped: number[] = [];
  const base = keyHash([0, 0, 'web', 'cpu']);
  for (let bit = 0; bit < 53; bit++) {
    const changed = keyHash([2 ** bit, 0, 'web', 'cpu']);
    flipped.push(base.reduce((sum, word, index) => sum + bitCount(word ^ changed[index]), 0));
  }
  const mean = flipped.reduce((sum, count) => sum + count, 0) / flipped.length;
  // Each bit flips with probability 1/2: mean 64, variance 32.
  expect(Math.abs(mean - 64)).toBeLessThan(4 * Math.sqrt(32 / flipped.length));
  expect(Math.min(...flipped)).toBeGreaterThan(64 - 5 * Math.sqrt(32));
});

it('mixes as the published finaliser of MurmurHash3', () => {
  // fmix32(1) of the reference implementation.
  expect(mixBits(1) >>> 0).toBe(0x514e28b7);
  expect(mixBits(0)).toBe(0);
});

function bitCount(word: number): number {
  return (word >>> 0).toString(2).replaceAll('0', '').length;
}
