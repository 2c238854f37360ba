import { expect, it } from 'vitest';
import { AliasTable } from '../../src/random/aliasTable.js';
import { openStream } from '../../src/random/keyedStream.js';

it.each([
  ['one index', [3]],
  ['equal weights', [1, 1, 1, 1]],
  ['a zero in the middle', [2, 0, 1]],
  ['far apart', [1e-3, 1, 100, 7]],
  ['many', Array.from({ length: 50 }, (_, index) => index)],
])('draws each index as often as its weight says: %s', (_, weights) => {
  const table = new AliasTable(weights);
  const stream = openStream({ seed: 3, replication: 0, owner: 'alias', purpose: 'test' });
  const count = 200_000;
  const seen = weights.map(() => 0);
  for (let draw = 0; draw < count; draw++) seen[table.sample(stream)]++;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, index) => {
    const share = weight / total;
    expect(Math.abs(seen[index] - share * count)).toBeLessThanOrEqual(4 * Math.sqrt(share * (1 - share) * count));
  });
});
