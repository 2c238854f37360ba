import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BlockPool } from '../../../src/fleet/modelServer/blockPool.js';

const kvBlocks = 40;
const steps = fc.array(
  fc.record({ kind: fc.constantFrom('use', 'leave', 'take', 'give'), prefix: fc.nat(4), blocks: fc.nat(12) }),
  { maxLength: 60 },
);
type Step = ReturnType<typeof steps.generate>['value'][number];

/** A pool after the steps that it can carry out. */
function played(list: readonly Step[]): BlockPool {
  return play(new BlockPool(kvBlocks), list);
}

function play(pool: BlockPool, list: readonly Step[]): BlockPool {
  const users: number[] = [];
  let taken = 0;
  for (const { kind, prefix, blocks } of list) {
    if (kind === 'use' && blocks <= pool.freeBeside(prefix, Math.min(pool.storedBlocks(prefix), blocks))) {
      const found = Math.min(pool.storedBlocks(prefix), blocks);
      const entry = pool.use(prefix, found);
      pool.takeFree(blocks - found);
      pool.lengthen(entry, Math.max(0, blocks - pool.blocksOf(entry)));
      users.push(entry);
    } else if (kind === 'leave' && users.length > 0) pool.leave(users.splice(prefix % users.length, 1)[0]);
    else if (kind === 'take' && blocks <= pool.freeBlocks) {
      pool.takeFree(blocks);
      taken += blocks;
    } else if (kind === 'give' && taken > 0) {
      pool.giveBack(Math.min(taken, blocks));
      taken -= Math.min(taken, blocks);
    }
  }
  return pool;
}

it('foretells what is left of a prefix once blocks are taken', () => {
  fc.assert(
    fc.property(steps, fc.nat(kvBlocks), fc.nat(4), (list, blocks, prefix) => {
      const [before, after] = [played(list), played(list)];
      fc.pre(blocks <= before.freeBlocks);
      after.takeFree(blocks);
      expect(before.storedAfter(prefix, blocks)).toBe(after.storedBlocks(prefix));
      expect(before.cachedAfter(blocks)).toBe(after.cachedBlocks);
    }),
    { numRuns: 500 },
  );
});

it('tells of which prefixes blocks may be stored', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const pool = new BlockPool(kvBlocks);
      const told = new Set<number>();
      pool.listener = { begins: (prefix) => told.add(prefix), ends: (prefix) => told.delete(prefix) };
      play(pool, list);
      expect([...told].sort()).toEqual([...pool.prefixes].sort());
    }),
  );
});
