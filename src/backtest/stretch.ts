/** A part of a recording, seconds of its clock: from the first up to the second. */
export interface Stretch {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

export function lengthOf({ fromSeconds, toSeconds }: Stretch): number {
  return Math.max(0, toSeconds - fromSeconds);
}

export function overlapOf(a: Stretch, b: Stretch): Stretch {
  return {
    fromSeconds: Math.max(a.fromSeconds, b.fromSeconds),
    toSeconds: Math.min(a.toSeconds, b.toSeconds),
  };
}
