import { scanLua } from '../../../src/policy/lua/scan/scanLua.js';
import { luaTexts as shipped } from '../corpus.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { expectNothingLeft, expectSameTwice } from './luaPrograms.js';

let counter = 0;

export const luaTexts = fuzzKind<Mutated>({
  name: 'Lua policies with other bytes',
  weight: 8,
  fewCount: 10,
  arbitrary: mutatedBytes(shipped),
  show: shownBytes,
  check(mutated) {
    const code = bytesOf(mutated).toString();
    expectSameTwice(code);
    // What doctor reads of a policy, whether it can be loaded or not.
    scanLua(code);
    if (++counter % 5 === 0) expectNothingLeft();
  },
});
