/** A span without values: the last instant before it, and the first after. */
export interface Gap {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** A step over this many usual ones is a gap, as the replay of traces has it. */
const GAP_FACTOR = 1.5;

/** Where steps are much longer than usual, the longest first. */
export function gapsOf(seconds: ArrayLike<number>, stepSeconds: number | null): Gap[] {
  if (stepSeconds === null) return [];
  const gaps: Gap[] = [];
  for (let index = 1; index < seconds.length; index++) {
    const [fromSeconds, toSeconds] = [seconds[index - 1], seconds[index]];
    if (toSeconds - fromSeconds > GAP_FACTOR * stepSeconds) gaps.push({ fromSeconds, toSeconds });
  }
  return gaps.sort((a, b) => b.toSeconds - b.fromSeconds - (a.toSeconds - a.fromSeconds));
}
