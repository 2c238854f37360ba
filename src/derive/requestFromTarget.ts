import type { Derived } from './derived.js';
import { digits } from './phrases.js';
import type { ServiceBin } from './serviceBins.js';

/** How an HPA on CPU alone decides. */
export interface HeldTarget {
  /** What it holds, a share of the request: 0.6. */
  readonly ratio: number;
  readonly minCount: number;
  readonly maxCount: number;
  /** For so long fewer pods must be wanted before it takes any away. */
  readonly calmSeconds: number;
}

/** Within it of the target an HPA does nothing. Source: kubernetes.io, Horizontal Pod Autoscaling, "Algorithm details". */
const TOLERANCE = 0.1;
/** Requests that are tried: so many a doubling, as many doublings below the middle as above it. */
const [STEPS_A_DOUBLING, DOUBLINGS] = [24, 2];
/** The load that is acted on is so old at most. */
const LAG_SECONDS = 120;
/** Fewer say nothing; a fleet that stood still says nothing of what it takes to move it. */
const LEAST_BINS = 20;
const LEAST_MOVED_BINS = 5;
/** A request explains the counts when it is no farther from them, pods on average: what a backtest calls believable. */
const farthest = { pods: 0.5, share: 0.1 } as const;
/** Requests that are hardly worse than the best cannot be told from it: by so many pods. */
const NOISE_PODS = 0.1;

/**
 * What a pod requests where no file says it: an HPA that holds a share of the request shows it by the pods that it takes.
 *
 *     wanted(t) = ceil(cores(t - lag) / (request x target)), the pods there are within 10 % of the target,
 *                 at most what was wanted lately on the way down, between min and max
 *
 * Each request of a grid and each lag is put to the recorded CPU; the ends are those requests whose counts are as near the recorded
 * ones as the best. Within them the roundest is the value, as people write requests.
 *
 * @returns undefined where the fleet hardly moved, or no request explains its counts
 * @see kubernetes.io, Horizontal Pod Autoscaling, "Algorithm details"
 */
export function requestFromTarget(
  bins: readonly ServiceBin[],
  { widthSeconds, ...held }: HeldTarget & { readonly widthSeconds: number },
): Derived | undefined {
  const known = bins.flatMap(({ seconds, cores, wanted }) =>
    cores === undefined || wanted === undefined ? [] : [{ seconds, cores, wanted }],
  );
  const between = known.filter(({ wanted }) => wanted > held.minCount && wanted < held.maxCount);
  if (known.length < LEAST_BINS || between.length < LEAST_MOVED_BINS) return undefined;
  const middle = medianOf(between.map(({ cores, wanted }) => cores / (wanted * held.ratio)));
  const lags = Array.from({ length: Math.floor(LAG_SECONDS / widthSeconds) + 1 }, (_, lag) => lag);
  const half = STEPS_A_DOUBLING * DOUBLINGS;
  const tried = Array.from({ length: 2 * half + 1 }, (_, step) => middle * 2 ** ((step - half) / STEPS_A_DOUBLING)).map(
    (request) => ({
      request,
      distance: Math.min(
        ...lags.map((lag) => distanceOf(known, { ...held, lag, coresAtTarget: request * held.ratio })),
      ),
    }),
  );
  const best = tried.reduce((least, one) => (one.distance < least.distance ? one : least));
  const meanCount = known.reduce((sum, { wanted }) => sum + wanted, 0) / known.length;
  if (!(best.distance <= Math.max(farthest.pods, farthest.share * meanCount))) return undefined;
  const alike = tried.filter(({ distance }) => distance <= best.distance + NOISE_PODS).map(({ request }) => request);
  const stepRatio = 2 ** (1 / STEPS_A_DOUBLING);
  const [low, high] = [alike[0] / stepRatio, alike[alike.length - 1] * stepRatio];
  return {
    value: roundest(low, high, best.request),
    low,
    high,
    basis: 'derived',
    from: `the roundest request with which the target of ${digits(100 * held.ratio)} % takes the recorded pods for the recorded CPU, ${known.length} bins, ${digits(best.distance)} pods apart at best`,
  };
}

interface Known {
  readonly seconds: number;
  readonly cores: number;
  readonly wanted: number;
}

interface Trial extends HeldTarget {
  /** Bins. */
  readonly lag: number;
  readonly coresAtTarget: number;
}

/** Pods on average between what the HPA would have wanted and what was recorded. O(bins). */
function distanceOf(known: readonly Known[], { lag, coresAtTarget, minCount, maxCount, calmSeconds }: Trial): number {
  let sum = 0;
  // Wants that may still hold, falling: the first is the highest. What was wanted before the recording is the first count.
  let held: { readonly until: number; readonly count: number }[] = [
    { until: known[0].seconds + calmSeconds, count: known[0].wanted },
  ];
  for (let index = lag + 1; index < known.length; index++) {
    const { seconds, wanted } = known[index];
    const now = known[index - 1].wanted;
    const ratio = known[index - 1 - lag].cores / (now * coresAtTarget);
    const isNear = Math.abs(ratio - 1) <= TOLERANCE;
    const count = Math.min(maxCount, Math.max(minCount, isNear ? now : Math.ceil(ratio * now)));
    held = held.filter((one) => one.until > seconds && one.count > count);
    held.push({ until: seconds + calmSeconds, count });
    // It asks for no more than there is because of what was wanted before.
    const decided = count >= now ? count : Math.min(now, held[0].count);
    sum += Math.abs(decided - wanted);
  }
  return sum / Math.max(1, known.length - lag - 1);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Steps of which people write whole multiples: cores, halves, quarters, tenths, down to 5 m. */
const steps = [1, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.005];

/** Of the numbers between two the one of the widest step, the nearest of several; the wish itself where none is round. */
function roundest(low: number, high: number, wish: number): number {
  for (const step of steps) {
    const nearest = Math.min(
      Math.floor(high / step + 1e-9),
      Math.max(Math.ceil(low / step - 1e-9), Math.round(wish / step)),
    );
    const value = Number((nearest * step).toFixed(3));
    if (value > 0 && value >= low && value <= high) return value;
  }
  return Number(wish.toPrecision(3));
}
