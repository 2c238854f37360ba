/** What two settings are weighed by; undefined where there is no value, which is worse than any. */
export interface Weighed {
  readonly goal: number | undefined;
  readonly safety: number | undefined;
}

/** For each, which way is better. */
export interface Directions {
  readonly goal: 'lower' | 'higher';
  readonly safety: 'lower' | 'higher';
}

/**
 * Those that no other beats: better in one and at least as good in the other; of equals the first.
 *
 * @returns [item] whether it is one of them; one without a goal or safety never is. O(n log n)
 */
export function paretoFront(items: readonly Weighed[], better: Directions): boolean[] {
  const sign = (direction: 'lower' | 'higher') => (direction === 'lower' ? 1 : -1);
  const costs = items.flatMap(({ goal, safety }, index) =>
    goal === undefined || safety === undefined
      ? []
      : [{ index, goal: sign(better.goal) * goal, risk: sign(better.safety) * safety }],
  );
  costs.sort((a, b) => a.goal - b.goal || a.risk - b.risk || a.index - b.index);
  const isOn = items.map(() => false);
  let least = Number.POSITIVE_INFINITY;
  for (const { index, risk } of costs) {
    if (risk >= least) continue;
    least = risk;
    isOn[index] = true;
  }
  return isOn;
}
