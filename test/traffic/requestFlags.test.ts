import { expect, it } from 'vitest';

import { hasReached, isCheck, isHedge, isOrphan, isUnderWay, makesCalls } from '../../src/traffic/requestFlag.js';

it('says one thing of a request with each bit of its flags', () => {
  const flags = [isOrphan, hasReached, isCheck, isUnderWay, makesCalls, isHedge];
  expect(flags.reduce((together, flag) => together | flag)).toBe(flags.reduce((sum, flag) => sum + flag));
  for (const flag of flags) expect(flag & (flag - 1)).toBe(0);
});
