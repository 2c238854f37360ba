import type { CounterSnapshot } from '../counterSnapshot.js';
import type { MetricName, Readings } from '../metrics.js';
import type { MeteredService } from '../readings.js';

export interface SeriesService {
  readonly name: string;
  /** Its number in samples. */
  readonly index: number;
  /** Sizes of an instance; undefined for a recording, which has none. */
  readonly metered:
    | Pick<MeteredService, 'isModel' | 'vcpus' | 'cpuRequest' | 'memoryBytes' | 'baseMemoryBytes'>
    | undefined;
}

/** What one scrape brought. */
export interface ScrapedSample {
  readonly scrapedSeconds: number;
  /** [service] */
  readonly readings: readonly Readings[];
  /** The counters; undefined once they are too old, and in recordings. */
  readonly snapshot: CounterSnapshot | undefined;
}

/** Samples of one path of telemetry that can be seen now. */
export interface SampleTrack {
  /** Oldest first. */
  readonly samples: readonly ScrapedSample[];
  /** How long the newest is shown without another. */
  readonly shownSeconds: number;
}

/** The metrics server that a policy asks. */
export interface SeriesSource {
  /** Those of the policy, its own first. */
  readonly services: readonly SeriesService[];
  /** Date and time of second 0, since 1970. */
  readonly startSeconds: number;
  nowSeconds(): number;
  /** It does not answer. */
  readonly hasFailed: boolean;
  /** How long its newest value is shown without another. */
  lookbackSeconds(metric: MetricName): number;
  /** The path that brings a metric, and so the counters it comes from, back to an instant. */
  track(metric: MetricName, sinceSeconds: number): SampleTrack;
}
