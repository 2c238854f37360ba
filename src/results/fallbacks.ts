import { z } from 'zod';

/** Requests of a route that went on from one of its services to another: means over the runs. */
export const fallbackSchema = z.object({
  route: z.string(),
  from: z.string(),
  to: z.string(),
  /** After a failure. */
  moved: z.number(),
  /** At their arrival, since the first was cooling down. */
  skipped: z.number(),
  /** Times that the first began to cool down. */
  cooldowns: z.number(),
});

export type Fallback = z.output<typeof fallbackSchema>;

/** Means over the runs, in the order in which hops come up. */
export function meanFallbacks(runs: readonly (readonly Fallback[])[]): Fallback[] {
  const hops = new Map<string, Fallback>();
  for (const one of runs.flat()) {
    const key = JSON.stringify([one.route, one.from, one.to]);
    const { moved, skipped, cooldowns } = hops.get(key) ?? { moved: 0, skipped: 0, cooldowns: 0 };
    hops.set(key, {
      ...one,
      moved: moved + one.moved / runs.length,
      skipped: skipped + one.skipped / runs.length,
      cooldowns: cooldowns + one.cooldowns / runs.length,
    });
  }
  return [...hops.values()];
}

/** One sentence for each hop, the busiest first: `route chat: 120 requests fell back from a to b, 20 of them while a cooled down`. */
export function fallbackFindings(runs: readonly (readonly Fallback[])[]): string[] {
  const each = runs.length > 1 ? ' a run' : '';
  return meanFallbacks(runs)
    .sort((a, b) => b.moved + b.skipped - a.moved - a.skipped)
    .map(({ route, from, to, moved, skipped }) => {
      const cooling = skipped === 0 ? '' : `, ${countText(skipped)} of them while ${from} cooled down`;
      return `route ${route}: ${countText(moved + skipped)} requests${each} fell back from ${from} to ${to}${cooling}`;
    });
}

function countText(count: number): string {
  return count >= 1000 ? String(Math.round(count)) : String(Number(count.toPrecision(3)));
}
