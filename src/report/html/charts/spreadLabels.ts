/** Pixels between two labels of 11.5 px, one below the other. */
export const apartPixels = 15;

/**
 * Heights at least 15 px apart and inside [top, bottom], as near to the wanted ones as one pass down and one up get, in the
 * order given.
 */
export function spreadLabels(wanted: readonly number[], { top, bottom }: { top: number; bottom: number }): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  let floor = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index], floor);
    floor = placed[index] + apartPixels;
  }
  let ceiling = bottom;
  for (const index of [...order].reverse()) {
    placed[index] = Math.min(placed[index], ceiling);
    ceiling = placed[index] - apartPixels;
  }
  return placed;
}
