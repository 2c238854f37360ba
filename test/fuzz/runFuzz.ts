import fc from 'fast-check';
import type { AnyFuzzKind } from './fuzzKind.js';
import type { FuzzPlan } from './fuzzPlan.js';
import { Watchdog } from './watchdog.js';

/** Far beyond what any one input takes, on a machine with other work. */
const limits = { limitSeconds: 60, limitBytes: 2_500_000_000 };
const fewCount = 8;

/** Inputs of one kind, one after the other. @throws with seed, path and the smallest input of the first that fails */
export async function runFuzz(kind: AnyFuzzKind, count: number, { seed, path }: FuzzPlan): Promise<void> {
  const watchdog = new Watchdog(limits);
  let tried = 0;
  const replay = (at: string) =>
    `DRYSCALE_FUZZ=${count} DRYSCALE_FUZZ_SEED=${seed} DRYSCALE_FUZZ_PATH=${at} npx vitest run test/fuzz -t '${kind.name}'`;
  try {
    const property = fc.asyncProperty(kind.arbitrary, async (input) => {
      // Inputs beyond the first failure are those of its shrinking.
      watchdog.begin(`${replay(path ?? String(tried++))}\n${kind.show(input).slice(0, 200_000)}`);
      try {
        await kind.check(input);
      } finally {
        watchdog.end();
      }
    });
    const details = await fc.check(property, { seed, numRuns: count, ...(path === undefined ? {} : { path }) });
    if (!details.failed) return;
    const { counterexample, counterexamplePath, errorInstance, numRuns, numShrinks } = details;
    const shown = counterexample === null ? 'too many inputs were left out' : kind.show(counterexample[0]);
    const error =
      errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
    const head = `${kind.name}: input ${numRuns} of seed ${seed} fails (${numShrinks} times made smaller)`;
    throw new Error(`${head}\n${replay(counterexamplePath ?? '0')}\n\n${shown}\n\n${error}`);
  } finally {
    await watchdog.close();
  }
}

/** Inputs of a kind: its share of all, or a few. */
export function countOf(kind: AnyFuzzKind, kinds: readonly AnyFuzzKind[], { totalCount, path }: FuzzPlan): number {
  if (path !== undefined) return totalCount ?? 1;
  if (totalCount === undefined) return kind.fewCount ?? fewCount;
  const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return Math.max(1, Math.ceil((totalCount * kind.weight) / weights));
}
