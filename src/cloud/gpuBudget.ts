/** What a service of the budget has and wants. */
export interface GpuShare {
  readonly name: string;
  /** GPUs of one instance, above 0. */
  readonly gpus: number;
  readonly importance: number;
  /** Instances that it wishes for, and those that it was granted. */
  readonly wished: number;
  readonly granted: number;
}

/**
 * Who gets the next instance while fleets together want more GPUs than there are.
 *
 * Problem: wishes of several fleets against one number of GPUs, of which nothing that runs is taken away.
 * Idea: of those whose next instance fits, the largest importance x unmet share of the wish; ties to the fewest granted, then
 * by name. Asked again after each grant.
 *
 * @returns undefined where nobody who wishes for more fits
 */
export function nextForGpus<Share extends GpuShare>(shares: readonly Share[], freeGpus: number): Share | undefined {
  const open = shares.filter(({ gpus, wished, granted }) => wished > granted && gpus <= freeGpus);
  return open.reduce<Share | undefined>(
    (best, one) => (best === undefined || comesBefore(one, best) ? one : best),
    undefined,
  );
}

function comesBefore(one: GpuShare, other: GpuShare): boolean {
  const [need, otherNeed] = [needOf(one), needOf(other)];
  if (need !== otherNeed) return need > otherNeed;
  if (one.granted !== other.granted) return one.granted < other.granted;
  return one.name < other.name;
}

function needOf({ importance, wished, granted }: GpuShare): number {
  return (importance * (wished - granted)) / wished;
}
