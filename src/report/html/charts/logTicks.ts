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

/** As dense as their distance in pixels allows; none nearer than that to a place that is taken. */
export function logTicksApart(
  [low, high]: readonly [number, number],
  {
    pixels,
    apart,
    taken = [],
  }: { readonly pixels: number; readonly apart: number; readonly taken?: readonly number[] },
): number[] {
  const distance = (a: number, b: number) => Math.abs(Math.log(a / b) / Math.log(high / low)) * pixels;
  for (const steps of [[1, 2, 3, 5], [1, 2, 5], [1, 3], [1]]) {
    const ticks = decades(low, high, steps);
    if (ticks.every((tick, index) => index === 0 || distance(tick, ticks[index - 1]) >= apart))
      return ticks.filter((tick) => taken.every((one) => distance(tick, one) >= apart));
  }
  const stride = Math.ceil(apart / (pixels / Math.log10(high / low)));
  return decades(low, high, [1]).filter(
    (tick, index) => index % stride === 0 && taken.every((one) => distance(tick, one) >= apart),
  );
}
