/** Ticks 1, 2, 5 (or 1, 3, or 1) of every decade, as dense as `countMax` allows. */
export function logTicks(low: number, high: number, countMax: number): number[] {
  for (const steps of [[1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(low, high, steps);
    if (ticks.length <= countMax) return ticks;
  }
  return decades(low, high, [1]).filter((_, index) => index % 2 === 0);
}

function decades(low: number, high: number, steps: readonly number[]): number[] {
  const ticks: number[] = [];
  for (let exponent = Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
    // toPrecision: 3 x 10^-1 must be 0.3 in text and bytes.
    ticks.push(...steps.map((step) => Number((step * 10 ** exponent).toPrecision(3))));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}
