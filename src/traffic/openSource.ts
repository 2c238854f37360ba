import type { ArrivalProcess } from './arrival.js';
import { curveOf } from './rateCurve.js';
import type { Segment } from './segment.js';
import type { OpenSource, RateCurve } from './source.js';

export interface ArrivalTimesOptions {
  readonly process: ArrivalProcess;
  /** The segments in time order, one at a time; undefined after the last. */
  nextSegment(): Segment | undefined;
  /** Expected arrivals before the first one; -1 with even gaps puts an arrival at the very begin. */
  readonly leadArea?: number;
  /** No arrival happens at this instant or later; Infinity when left out. */
  readonly endSeconds?: number;
}

const gapBlockLength = 128;

/** Areas are sums of products, so an arrival due at the very end of a segment may miss it by this much, in arrivals. */
const ROUNDING = 1e-8;

/**
 * Arrival times: unit gaps run through the integral of the rate.
 *
 * An arrival happens at the first instant at which the integral reaches it: at the end of a segment, not after a pause
 * that follows. Expected arrivals since the begin of the present segment are carried over its end, so a gap that spans a
 * change of rate is exact (the left-over hazard).
 */
export function arrivalTimes({
  process,
  nextSegment,
  leadArea = 0,
  endSeconds = Number.POSITIVE_INFINITY,
}: ArrivalTimesOptions): () => number {
  let segment = nextSegment();
  let reached = leadArea;
  let lastSeconds = Number.NEGATIVE_INFINITY;
  // Gaps are drawn ahead: a tight loop costs half of one call an arrival, and nothing else draws from their stream.
  const gaps = new Float64Array(gapBlockLength);
  let used = gapBlockLength;
  return () => {
    if (used === gapBlockLength) {
      for (let index = 0; index < gapBlockLength; index++) gaps[index] = process.nextGap();
      used = 0;
    }
    reached += gaps[used++];
    while (segment !== undefined && (segment.area === 0 || reached > segment.area + ROUNDING)) {
      reached -= segment.area;
      segment = nextSegment();
    }
    if (segment === undefined) return Number.POSITIVE_INFINITY;
    // An inverse found by iteration may step back by a rounding; time may not.
    lastSeconds = Math.max(lastSeconds, segment.fromSeconds + segment.offsetOf(Math.min(reached, segment.area)));
    return lastSeconds < endSeconds ? lastSeconds : Number.POSITIVE_INFINITY;
  };
}

export interface SegmentedSourceOptions {
  readonly process: ArrivalProcess;
  readonly segments: readonly Segment[];
  readonly leadArea?: number;
  readonly endSeconds?: number;
  readonly vuPool?: OpenSource['vuPool'];
}

/** An open source whose whole curve is known. */
export function segmentedSource(options: SegmentedSourceOptions): OpenSource {
  const { segments } = options;
  const rate: RateCurve = curveOf(segments);
  let index = 0;
  return {
    kind: 'open',
    nextArrivalSeconds: arrivalTimes({ ...options, nextSegment: () => segments[index++] }),
    rate,
    vuPool: options.vuPool,
  };
}
