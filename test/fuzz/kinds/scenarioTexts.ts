import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { expectHandled, shippedTexts } from './scenarioTrees.js';

const short = Object.fromEntries(
  Object.entries(shippedTexts).map(([name, text]) => [name, text.replace(/^duration: .*$/m, 'duration: 5m')]),
);

export const scenarioTexts = fuzzKind<Mutated>({
  name: 'scenarios with other bytes',
  weight: 8,
  arbitrary: mutatedBytes(short),
  show: shownBytes,
  check: (mutated) => expectHandled(bytesOf(mutated)),
});
