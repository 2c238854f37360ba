import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counting, seenCounts } from '../../src/backtest/seenCounts.js';
import type { RecordedLife } from '../../src/results/serviceRecord.js';

const instant = fc.integer({ min: 0, max: 100 });
/** Launched, ready, told to go, gone: each after the one before, or never. */
const anyLife = fc
  .tuple(instant, instant, instant, instant, fc.integer({ min: 0, max: 2 }))
  .map(([a, b, c, d, open]): RecordedLife => {
    const [launched, ready, told, gone] = [a, b, c, d].sort((x, y) => x - y);
    return [launched, ready, open > 1 ? null : told, open > 0 ? null : gone];
  });

/** One life at one instant, as the words of `Counting` say it. */
function isCounted([launched, ready, told, gone]: RecordedLife, at: number, counting: Counting): boolean {
  if (counting.isReadyOnly) return ready !== null && ready <= at && (told === null || at < told);
  if (launched > at) return false;
  if (told === null || at < told) return true;
  if (counting.terminatingSeconds === undefined) return false;
  return at < told + counting.terminatingSeconds || gone === null || at < gone;
}

describe('what a recorder counts of a fleet', () => {
  it('is those lives that it would have seen, at every instant', () => {
    fc.assert(
      fc.property(
        fc.array(anyLife, { maxLength: 12 }),
        fc.record({
          isReadyOnly: fc.boolean(),
          terminatingSeconds: fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }),
        }),
        fc.array(instant, { maxLength: 20 }),
        (lives, counting, unsorted) => {
          const instants = unsorted.sort((a, b) => a - b);
          const naive = instants.map((at) => lives.filter((life) => isCounted(life, at, counting)).length);
          expect(seenCounts(lives, counting, instants)).toEqual(naive);
        },
      ),
    );
  });
});
