import { z } from 'zod';

/** Where a route that does not go by weight sent its requests first: means over the runs. */
export const routedSchema = z.object({
  route: z.string(),
  /** `cheapest`, `fastest`, or the file of the router. */
  choose: z.string(),
  /** In the order of `to`; of the measured span, without those that a cache answered. */
  targets: z.array(z.object({ name: z.string(), requests: z.number() })),
  /** Those over which a router said nothing: they went by weight. */
  by_weight: z.number().optional(),
});

export type Routed = z.output<typeof routedSchema>;

/** Means over the runs, which have the same routes. */
export function meanRouted(runs: readonly (readonly Routed[])[]): Routed[] {
  const [first = []] = runs;
  return first.map((one, index) => ({
    ...one,
    targets: one.targets.map(({ name }, target) => {
      const sum = runs.reduce((total, own) => total + own[index].targets[target].requests, 0);
      return { name, requests: sum / runs.length };
    }),
    ...(one.by_weight === undefined
      ? {}
      : { by_weight: runs.reduce((sum, own) => sum + (own[index].by_weight ?? 0), 0) / runs.length }),
  }));
}

/** One sentence for each route: `route chat chose the cheapest: 1200 requests to a (75 %), 400 to b (25 %)`. */
export function routedFindings(runs: readonly (readonly Routed[])[]): string[] {
  return meanRouted(runs).map(({ route, choose, targets, by_weight = 0 }) => {
    const all = targets.reduce((sum, { requests }) => sum + requests, 0);
    const each = runs.length > 1 ? ' a run' : '';
    const counts = targets.map(({ name, requests }, index) => {
      const percent = all === 0 ? 0 : Math.round((requests / all) * 100);
      return `${Math.round(requests)}${index === 0 ? ` requests${each}` : ''} to ${name} (${percent} %)`;
    });
    return `route ${route} chose ${howText(choose)}: ${counts.join(', ')}${by_weight > 0 ? `; it said nothing over ${Math.round(by_weight)}, which went by weight` : ''}`;
  });
}

function howText(choose: string): string {
  return choose === 'cheapest' || choose === 'fastest' ? `the ${choose}` : `by ${choose}`;
}
