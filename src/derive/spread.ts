import type { LowLoad } from './lowLoad.js';

/** Shape of the latency at low load. */
export interface Spread {
  /** Standard deviation over mean. */
  readonly cv: number;
  readonly meanSeconds: number;
  /** By which numbers: `p50 and p95`. */
  readonly by: string;
  readonly isMeanKnown: boolean;
}

/** Normal's quantiles. */
const z = { p90: 1.2816, p95: 1.6449, p99: 2.3263 } as const;

/**
 * Spread of the latency where hardly anything waits, as that of a lognormal distribution: sigma = ln(p95 / p50) / 1.645, with p90
 * (1.282) or p99 (2.326) where p95 is missing; by the mean and one quantile where the median is missing: sigma solves
 * z sigma - sigma^2 / 2 = ln(quantile / mean), the smaller root. cv = sqrt(exp(sigma^2) - 1), mean = p50 exp(sigma^2 / 2).
 *
 * @returns undefined where fewer than two numbers are known, or they contradict each other
 */
export function spreadOf(calm: LowLoad): Spread | undefined {
  const tail = (['p95', 'p90', 'p99'] as const).find((name) => calm[name] !== undefined);
  const high = tail === undefined ? undefined : calm[tail]?.value;
  if (tail === undefined || high === undefined) return undefined;
  const [median, mean] = [calm.p50?.value, calm.mean?.value];
  if (median !== undefined && median > 0) {
    const sigma = Math.log(high / median) / z[tail];
    if (!(sigma >= 0)) return undefined;
    const meanSeconds = mean ?? median * Math.exp(sigma ** 2 / 2);
    return { cv: cvOf(sigma), meanSeconds, by: `p50 and ${tail}`, isMeanKnown: mean !== undefined };
  }
  if (mean === undefined || !(mean > 0)) return undefined;
  const root = z[tail] ** 2 - 2 * Math.log(high / mean);
  if (root < 0 || high < mean) return undefined;
  return { cv: cvOf(z[tail] - Math.sqrt(root)), meanSeconds: mean, by: `mean and ${tail}`, isMeanKnown: true };
}

function cvOf(sigma: number): number {
  return Math.sqrt(Math.expm1(sigma ** 2));
}

/**
 * The spread within each class, the same for all, when classes have means of their own: E(x^2) of all is the mean of the classes',
 * so 1 + cv^2 of all = sum(share x factor^2) (1 + cv^2 of a class). What the means do not leave is 0.
 */
export function withinClasses<Shape extends Spread>(
  spread: Shape,
  classes: readonly { readonly share: number; readonly latencyFactor: number }[],
): Shape {
  const ofMeans = classes.reduce((sum, { share, latencyFactor }) => sum + share * latencyFactor ** 2, 0);
  return { ...spread, cv: Math.sqrt(Math.max(0, (1 + spread.cv ** 2) / Math.max(1, ofMeans) - 1)) };
}
