import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openIndexedStream, openStream, type StreamKey } from '../../src/random/keyedStream.js';
import type { Stream } from '../../src/random/stream.js';

const key: StreamKey = { seed: 1, replication: 0, owner: 'web', purpose: 'startup' };
const draw = (stream: Stream, count: number) => Array.from({ length: count }, () => stream.uniform());
const whole = fc.nat({ max: Number.MAX_SAFE_INTEGER });
const anyKey = fc.record({ seed: whole, replication: whole, owner: fc.string(), purpose: fc.string() });

describe('a keyed stream', () => {
  it('gives the same draws for the same key', () => {
    const property = fc.property(anyKey, (someKey) => {
      expect(draw(openStream(someKey), 5)).toEqual(draw(openStream({ ...someKey }), 5));
    });
    fc.assert(property, { seed: 1 });
  });

  it('keeps its draws whatever other streams are opened and drawn from meanwhile', () => {
    const alone = draw(openStream(key), 3000);
    const other = openStream({ ...key, owner: 'api' });
    other.normal();
    const stream = openStream(key);
    const mixed = alone.map(() => {
      other.exponential();
      return stream.uniform();
    });
    expect(mixed).toEqual(alone);
  });

  it.each<[string, Partial<StreamKey>]>([
    ['seed', { seed: 2 }],
    ['seed beyond 32 bits', { seed: 1 + 2 ** 32 }],
    ['replication', { replication: 1 }],
    ['owner', { owner: 'Web' }],
    ['purpose', { purpose: 'startups' }],
    // The same letters in a row, split elsewhere.
    ['border between owner and purpose', { owner: 'webs', purpose: 'tartup' }],
  ])('draws otherwise when only the %s differs', (_, change) => {
    const draws = draw(openStream(key), 100);
    const changed = draw(openStream({ ...key, ...change }), 100);
    expect(changed.filter((value, index) => value === draws[index])).toEqual([]);
  });

  it('keeps to these draws from version to version', () => {
    // Golden: a change here changes every result of every scenario.
    expect(draw(openStream(key), 3)).toMatchInlineSnapshot(`
      [
        0.08312253001435632,
        0.7859739608285272,
        0.44698429163005715,
      ]
    `);
    expect(draw(openIndexedStream(key), 3)).toMatchInlineSnapshot(`
      [
        0.548815891008593,
        0.7324965419297007,
        0.3335600281327661,
      ]
    `);
  });

  it('is unrelated to the stream of the next replication', () => {
    const count = 20_000;
    const a = draw(openStream(key), count);
    const b = draw(openStream({ ...key, replication: 1 }), count);
    const covariance = a.reduce((sum, value, index) => sum + (value - 0.5) * (b[index] - 0.5), 0) / count;
    expect(Math.abs(covariance)).toBeLessThan(4 / 12 / Math.sqrt(count));
  });

  it('refuses a seed that is not a whole number', () => {
    expect(() => openStream({ ...key, seed: 1.5 })).toThrow('seed 1.5');
    expect(() => openStream({ ...key, replication: -1 })).toThrow('replication -1');
  });
});

describe('an indexed stream', () => {
  it('draws by key and index only, in whatever order indexes are visited', () => {
    const indexes = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 20 });
    const property = fc.property(anyKey, indexes, fc.nat({ max: 7 }), (someKey, visited, drawCount) => {
      const wandering = openIndexedStream(someKey);
      for (const [first, second] of visited) {
        wandering.seek(first, second);
        draw(wandering, drawCount);
      }
      const [first, second] = visited[0];
      wandering.seek(first, second);
      const fresh = openIndexedStream(someKey);
      fresh.seek(first, second);
      expect(draw(wandering, 6)).toEqual(draw(fresh, 6));
    });
    fc.assert(property, { seed: 2 });
  });

  it('never gives two neighbouring indexes the same draw', () => {
    const stream = openIndexedStream(key);
    const seen = new Set<number>();
    const far = 2 ** 40;
    for (const first of [0, 1, 2, 3, far, far + 1]) {
      for (let second = 0; second < 500; second++) {
        for (const offset of [0, far]) {
          stream.seek(first, second + offset);
          seen.add(stream.uniform());
        }
      }
    }
    expect(seen.size).toBe(6 * 500 * 2);
  });

  it.each([
    ['first', (index: number): [number, number] => [index, 3]],
    ['second', (index: number): [number, number] => [3, index]],
  ])('is uniform and uncorrelated along the %s index', (_, indexAt) => {
    const stream = openIndexedStream(key);
    const count = 100_000;
    const cells = new Array<number>(100).fill(0);
    let products = 0;
    let before = 0.5;
    for (let index = 0; index < count; index++) {
      stream.seek(...indexAt(index));
      const value = stream.uniform();
      cells[Math.floor(value * 100)]++;
      products += (value - 0.5) * (before - 0.5);
      before = value;
    }
    const chiSquare = cells.reduce((sum, seen) => sum + (seen - 1000) ** 2 / 1000, 0);
    expect(Math.abs(chiSquare - 99)).toBeLessThan(4 * Math.sqrt(2 * 99));
    expect(Math.abs(products / count)).toBeLessThan(4 / 12 / Math.sqrt(count));
  });

  it('gives exponential draws of mean and variance 1, one per index', () => {
    const stream = openIndexedStream(key);
    const count = 100_000;
    let sum = 0;
    let squares = 0;
    for (let index = 0; index < count; index++) {
      stream.seek(index, 0);
      const value = stream.exponential();
      sum += value;
      squares += value * value;
    }
    expect(Math.abs(sum / count - 1)).toBeLessThan(4 / Math.sqrt(count));
    // E[x^2] = 2 with variance E[x^4] - 4 = 20.
    expect(Math.abs(squares / count - 2)).toBeLessThan(4 * Math.sqrt(20 / count));
  });
});
