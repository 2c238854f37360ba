import { z } from 'zod';

/** Large enough for every ratio of weights, small enough to give each unit its points on a ring of hashes. */
const weight = () => z.number().positive().max(1000);

/** What an instance weighs for the balancer: one number, or one for each zone, from 1; 1 where it is left out. */
export const weightSchema = z.union(
  [weight(), z.strictObject({ zone: z.record(z.string().regex(/^[1-9]\d*$/), weight()) })],
  {
    error: () =>
      'is neither a weight nor weights by zone\nA weight is a number above 0, up to 1000; zones are numbered from 1.\nwrite for example 2, or { zone: { 1: 2, 2: 1 } }.',
  },
);

interface WeighedService {
  readonly zones: number;
  readonly instance: { readonly weight?: z.output<typeof weightSchema> | undefined };
}

/** [zone] from 0: what an instance there weighs. */
export function zoneWeightsOf({ zones, instance }: WeighedService): number[] {
  const { weight: given = 1 } = instance;
  const weightIn = (zone: number) => (typeof given === 'number' ? given : (given.zone[zone] ?? 1));
  return Array.from({ length: zones }, (_, index) => weightIn(index + 1));
}
