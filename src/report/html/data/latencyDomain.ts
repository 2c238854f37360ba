/** From the quiet latency to the worst, at most three decades, with the limit well inside. Milliseconds. */
export function latencyDomainOf(
  latencies: readonly number[],
  limitMs: number | null,
): readonly [number, number] | null {
  const positive = latencies.filter((value) => value > 0).sort((a, b) => a - b);
  if (positive.length === 0) return null;
  const quiet = positive[Math.floor(positive.length * 0.02)];
  const high = Math.max(positive[positive.length - 1] * 1.15, (limitMs ?? 0) * 2.5, quiet * 4);
  const low = Math.max(Math.min(quiet * 0.7, (limitMs ?? Number.POSITIVE_INFINITY) / 2.5), high / 1000);
  return [Number(low.toPrecision(3)), Number(high.toPrecision(3))];
}
