/** Multiples of 1, 2 or 5 times a power of ten inside [low, high], at most `countMax` of them. */
export function linearTicks(low: number, high: number, countMax: number): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const size = 10 ** Math.floor(Math.log10(span / countMax));
  const step = [1, 2, 5, 10, 20].map((digit) => digit * size).find((one) => span / one <= countMax - 0.5) ?? 50 * size;
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(6)));
}
