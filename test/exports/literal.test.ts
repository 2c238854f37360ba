import fc from 'fast-check';
import { expect, it } from 'vitest';
import { literal } from '../../src/exports/k6/literal.js';

it('data written as JavaScript is the same data, whatever is in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      // JSON has one zero only.
      const plain = JSON.parse(JSON.stringify(value));
      expect(new Function(`return ${literal(plain)}`)()).toEqual(plain);
    }),
    { seed: 9, numRuns: 1000 },
  );
});
