/** Lengths of prompts or of answers, tokens. */
export interface TokenLengths {
  readonly mean: number;
  /** Standard deviation over mean, read off the buckets: requests of one bucket are taken as spread evenly over it. */
  readonly cv: number;
  readonly count: number;
}

/** One of vLLM's histograms of lengths, all engines together. @returns undefined where no request is counted */
export function tokenLengths(dump: string, histogram: string): TokenLengths | undefined {
  const valuesOf = (suffix: string) =>
    [...dump.matchAll(new RegExp(`^vllm:${histogram}_${suffix}(?:\\{([^}]*)\\})? ([\\d.e+]+)`, 'gm'))].map(
      ([, labels = '', value]) => ({ labels, value: Number(value) }),
    );
  const total = (suffix: string) => valuesOf(suffix).reduce((sum, { value }) => sum + value, 0);
  const count = total('count');
  const sum = total('sum');
  if (!(count > 0 && sum > 0)) return undefined;
  const mean = sum / count;
  return { mean, cv: Math.sqrt(Math.max(0, squareMean(valuesOf('bucket'), count) / mean ** 2 - 1)), count };
}

/** Mean of the squares. The last bucket has no end: its requests stand at its beginning. */
function squareMean(buckets: readonly { readonly labels: string; readonly value: number }[], count: number): number {
  const below = new Map<number, number>();
  for (const { labels, value } of buckets) {
    const [, text = ''] = /le="([^"]+)"/.exec(labels) ?? [];
    const end = text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text);
    below.set(end, (below.get(end) ?? 0) + value);
  }
  let squares = 0;
  let [from, passed] = [0, 0];
  for (const [end, value] of [...below].sort(([a], [b]) => a - b)) {
    const to = Number.isFinite(end) ? end : from;
    squares += (value - passed) * ((from * from + from * to + to * to) / 3);
    [from, passed] = [to, value];
  }
  return squares / count;
}
