/** How many inputs are tried, and from which seed. */
export interface FuzzPlan {
  /** All kinds together; undefined: a few of each, so that the fuzzers themselves stay alive. */
  readonly totalCount: number | undefined;
  readonly seed: number;
  /** Replays one input: the path that a failure printed. */
  readonly path: string | undefined;
}

const fixedSeed = 20_261_128;

/** DRYSCALE_FUZZ inputs (10,000 in a long run), DRYSCALE_FUZZ_SEED (a number, or `random`), DRYSCALE_FUZZ_PATH. */
export function fuzzPlan(env: NodeJS.ProcessEnv): FuzzPlan {
  const asked = env.DRYSCALE_FUZZ ?? (env.DRYSCALE_LONG === '1' ? '10000' : undefined);
  const seedText = env.DRYSCALE_FUZZ_SEED ?? String(fixedSeed);
  const seed = seedText === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(seedText);
  const totalCount = asked === undefined ? undefined : Number(asked);
  for (const value of [seed, totalCount ?? 1]) {
    if (!Number.isInteger(value) || value < 0)
      throw new Error('DRYSCALE_FUZZ and DRYSCALE_FUZZ_SEED are whole numbers');
  }
  return { totalCount, seed, path: env.DRYSCALE_FUZZ_PATH };
}
