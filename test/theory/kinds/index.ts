import type { TheoryKind } from '../theoryCase.js';
import { balanced } from './balanced.js';
import { changing } from './changing.js';
import { lines } from './lines.js';
import { shared } from './shared.js';
import { started } from './started.js';
import { troubled } from './troubled.js';

/** Every kind of reference and the scenario that says the same. */
export const kinds: Readonly<Record<string, TheoryKind>> = {
  ...lines,
  ...balanced,
  ...shared,
  ...changing,
  ...troubled,
  ...started,
  oracle_cost: () => ({
    because: 'a bound on cost, not a queue: test/engine/totals/oracleBound.test.ts has all its cases',
  }),
};
