import { describe, expect, it } from 'vitest';
import { Generator } from '../../src/random/generator.js';

/** xoshiro128++ as published, in whole numbers of any size: an implementation that shares nothing with the generator's. */
function* reference(seed: readonly [bigint, bigint, bigint, bigint]): Iterator<bigint, never> {
  const mask = 0xffffffffn;
  const rotate = (value: bigint, bits: bigint) => ((value << bits) | (value >> (32n - bits))) & mask;
  const state = [...seed];
  for (;;) {
    yield (rotate((state[0] + state[3]) & mask, 7n) + state[0]) & mask;
    const shifted = (state[1] << 9n) & mask;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotate(state[3], 11n);
  }
}

/** The 53 bits a uniform draw takes from two words. */
const uniformOf = (first: bigint, second: bigint) => Number(((first >> 5n) << 26n) | (second >> 6n)) / 2 ** 53;

function seeded(blockWordCount = 1024): Generator {
  const generator = new Generator(blockWordCount);
  generator.reseed(0x12345678, 0x9abcdef0, 42, 7);
  return generator;
}

/** Largest distance between the empirical and the given distribution function, times the root of the count. */
function kolmogorov(draws: Float64Array, cdf: (x: number) => number): number {
  draws.sort();
  let distance = 0;
  for (let rank = 0; rank < draws.length; rank++) {
    const expected = cdf(draws[rank]);
    distance = Math.max(distance, expected - rank / draws.length, (rank + 1) / draws.length - expected);
  }
  return distance * Math.sqrt(draws.length);
}

describe.each(['exponential', 'normal'] as const)('%ss', (draw) => {
  it('are the draws that as many calls give, and leave the generator where those leave it', () => {
    // Enough draws for many tails and wedges; blocks of two words are refilled at every draw.
    for (const blockWordCount of [2, 64, 1024]) {
      const [one, other] = [seeded(blockWordCount), seeded(blockWordCount)];
      const column = new Float64Array(50_000).fill(-1);
      one[`${draw}s`](column, 3, column.length - 2);
      const expected = Float64Array.from(column, () => -1);
      for (let index = 3; index < column.length - 2; index++) expected[index] = other[draw]();
      expect(column).toEqual(expected);
      expect(one.uniform()).toBe(other.uniform());
    }
  });
});

describe('the generator', () => {
  it('gives the published first outputs of xoshiro128++ for the state 1, 2, 3, 4', () => {
    const generator = new Generator(1024);
    generator.reseed(1, 2, 3, 4);
    const words = [
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ];
    for (let pair = 0; pair < words.length; pair += 2) {
      expect(generator.uniform()).toBe(uniformOf(BigInt(words[pair]), BigInt(words[pair + 1])));
    }
  });

  it('follows the reference across block borders', () => {
    const words = reference([0x12345678n, 0x9abcdef0n, 42n, 7n]);
    const generator = seeded();
    for (let draw = 0; draw < 2000; draw++) {
      expect(generator.uniform()).toBe(uniformOf(words.next().value, words.next().value));
    }
  });

  it.each([2, 6, 64])('draws the same with blocks of %i words', (blockWordCount) => {
    const small = seeded(blockWordCount);
    const large = seeded();
    for (let draw = 0; draw < 3000; draw++) {
      expect(small.normal()).toBe(large.normal());
      expect(small.exponential()).toBe(large.exponential());
      expect(small.below(1000)).toBe(large.below(1000));
    }
  });

  it('leaves the all-zero state, from which it could draw only zeros', () => {
    const generator = new Generator(1024);
    generator.reseed(0, 0, 0, 0);
    const draws = Array.from({ length: 100 }, () => generator.uniform());
    expect(new Set(draws).size).toBeGreaterThan(90);
  });
});

describe('uniform draws', () => {
  it('are uniform in [0, 1)', () => {
    const generator = seeded();
    const draws = Float64Array.from({ length: 300_000 }, () => generator.uniform());
    // 1.95: exceeded by chance once in 1,000.
    expect(kolmogorov(draws, (x) => x)).toBeLessThan(1.95);
    expect(draws[0]).toBeGreaterThanOrEqual(0);
    expect(draws[draws.length - 1]).toBeLessThan(1);
  });

  it('use all 53 bits', () => {
    const generator = seeded();
    const lastBits = Array.from({ length: 1000 }, () => (generator.uniform() * 2 ** 53) % 2);
    const odd = lastBits.filter((bit) => bit === 1).length;
    expect(Math.abs(odd - 500)).toBeLessThan(4 * Math.sqrt(250));
  });
});

describe('exponential draws', () => {
  const generator = seeded();
  const draws = Float64Array.from({ length: 1_000_000 }, () => generator.exponential());

  it('follow 1 - e^-x', () => {
    expect(kolmogorov(draws.slice(), (x) => -Math.expm1(-x))).toBeLessThan(1.95);
  });

  it('reach beyond the last layer as often as they should', () => {
    const edge = 7.69711747013105;
    const expected = draws.length * Math.exp(-edge);
    const beyond = draws.filter((x) => x > edge).length;
    expect(Math.abs(beyond - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });

  it('resolve small values far below 24 bits', () => {
    const smallest = draws.slice().sort().slice(0, 100);
    expect(new Set(Array.from(smallest, (x) => Math.round(x * 2 ** 40))).size).toBe(100);
  });
});

describe('normal draws', () => {
  const generator = seeded();
  const draws = Float64Array.from({ length: 1_000_000 }, () => generator.normal());
  const count = draws.length;
  const power = (exponent: number) => draws.reduce((sum, x) => sum + x ** exponent, 0) / count;

  it.each([
    // Moment, its value, and the variance of x^moment: E[x^2k] - E[x^k]^2.
    [1, 0, 1],
    [2, 1, 2],
    [3, 0, 15],
    [4, 3, 96],
    [6, 15, 10_170],
  ])('have the moment %i of the standard normal', (exponent, value, variance) => {
    expect(Math.abs(power(exponent) - value)).toBeLessThan(4 * Math.sqrt(variance / count));
  });

  it.each([
    // Share of a standard normal above the value, to 10 digits or more.
    [0.5, 0.3085375387],
    [1, 0.1586552539],
    [2, 0.0227501319],
    [3, 0.001349898],
    [3.654152885361009, 0.000129016243827],
    [4, 0.0000316712418331],
  ])('lie beyond %d on both sides as often as they should', (value, share) => {
    const error = 4 * Math.sqrt(share * count);
    expect(Math.abs(draws.filter((x) => x > value).length - share * count)).toBeLessThan(error);
    expect(Math.abs(draws.filter((x) => x < -value).length - share * count)).toBeLessThan(error);
  });
});

describe('whole numbers below a bound', () => {
  it.each([1, 2, 3, 7, 10, 1000, 2 ** 21, 2 ** 21 + 1, 3_000_000_000, 2 ** 32])(
    'are equally likely below %i',
    (bound) => {
      const generator = seeded();
      const cellCount = Math.min(bound, 10);
      const cells = new Array<number>(cellCount).fill(0);
      const count = 100_000;
      for (let draw = 0; draw < count; draw++) {
        const value = generator.below(bound);
        if (!(Number.isInteger(value) && value >= 0 && value < bound)) throw new Error(`drew ${value} below ${bound}`);
        cells[Math.floor((value / bound) * cellCount)]++;
      }
      // The bounds are at most 10, divisible by 10, or so large that unequal cells do not show.
      const expected = count / cellCount;
      const chiSquare = cells.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      // Mean k, variance 2k with k = cells - 1 degrees of freedom.
      expect(chiSquare).toBeLessThanOrEqual(cellCount - 1 + 4 * Math.sqrt(2 * (cellCount - 1)));
    },
  );

  it('have no modulo bias: below 3 x 2^30 the lower third is no likelier', () => {
    // Taking a word modulo this bound would put half of the draws into the lowest third.
    const generator = seeded();
    const count = 30_000;
    const low = Array.from({ length: count }, () => generator.below(3 * 2 ** 30)).filter(
      (value) => value < 2 ** 30,
    ).length;
    expect(Math.abs(low - count / 3)).toBeLessThan(4 * Math.sqrt((count * 2) / 9));
  });
});
