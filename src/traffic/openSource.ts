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
  /** Whether an arrival exactly at the end of a segment still belongs to it. */
  readonly includesEnd?: boolean;
}

/**
 * Arrival times: unit gaps run through the integral of the rate.
 *
 * Expected arrivals since the begin of the present segment are carried over its end, so a gap that spans a change of
 * rate is exact (the left-over hazard).
 */
export function arrivalTimes({
  process,
  nextSegment,
  leadArea = 0,
  includesEnd = false,
}: ArrivalTimesOptions): () => number {
  let segment = nextSegment();
  let reached = leadArea;
  let lastSeconds = Number.NEGATIVE_INFINITY;
  return () => {
    reached += process.nextGap();
    while (segment !== undefined && (includesEnd ? reached > segment.area : reached >= segment.area)) {
      reached -= segment.area;
      segment = nextSegment();
    }
    if (segment === undefined) return Number.POSITIVE_INFINITY;
    // An inverse found by iteration may step back by a rounding; time may not.
    lastSeconds = Math.max(lastSeconds, segment.fromSeconds + segment.offsetOf(reached));
    return lastSeconds;
  };
}

export interface SegmentedSourceOptions {
  readonly process: ArrivalProcess;
  readonly segments: readonly Segment[];
  readonly leadArea?: number;
  readonly includesEnd?: boolean;
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
