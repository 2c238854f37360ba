import { type FeedPath, shownSeconds } from './feed.js';
import type { MetricName, Readings } from './metrics.js';
import type { Pipeline, Sample } from './pipeline.js';
import type { SampleTrack } from './promql/seriesSource.js';
import { type MeteredService, readInstance } from './readings.js';

/** A path of a feed, and the pipeline that brings it. */
export interface ViewedPath extends FeedPath {
  readonly pipeline: Pipeline;
}

interface ViewContext {
  readonly services: readonly MeteredService[];
  isDown(): boolean;
  nowSeconds(): number;
}

/** An instant of the run and whether the server answered at it: a view can be asked about it later on. */
export interface Moment {
  readonly seconds: number;
  /** A failure, where an answer without a value is an empty series. */
  readonly hasFailed: boolean;
}

/** One use of an instance's row. */
export interface InstanceUse {
  readonly instance: number;
  readonly serial: number;
}

/** Metrics by name with the age of the oldest of them and the longest span that one covers. */
type AgedReadings = Readings & { age_seconds?: number; window_seconds?: number };

/**
 * What one consumer sees: of each metric the newest value that has arrived and is not stale, and nothing while the server
 * does not answer.
 *
 * ```
 *   scrape ...... visible ................................. stale
 *     |   delay     |   ... until scrape + delay + staleAfter  |   after the scrape; at the boundary it is still there
 * ```
 */
export class MetricsView {
  readonly #context: ViewContext;
  readonly #paths: readonly ViewedPath[];

  constructor(context: ViewContext, paths: readonly ViewedPath[]) {
    this.#context = context;
    this.#paths = paths;
  }

  now(): Moment {
    return { seconds: this.#context.nowSeconds(), hasFailed: this.#context.isDown() };
  }

  /** A number that changes whenever `readings` may: something new has arrived, or is stale from now on. */
  stamp(): number {
    const { seconds, hasFailed } = this.now();
    if (hasFailed) return -1;
    return this.#paths.reduce((sum, path) => {
      const sample = path.pipeline.latest(seconds);
      return sample === undefined || isStale(sample, path, seconds) ? sum : sum + sample.scrapedSeconds;
    }, 0);
  }

  readings(service: number, moment: Moment): AgedReadings {
    return this.#collect(moment, ({ readings }) => readings[service]);
  }

  /** One instance's newest metrics. */
  instanceReadings(service: number, { instance, serial }: InstanceUse, moment: Moment): AgedReadings {
    const { services } = this.#context;
    return this.#collect(moment, ({ window }, path) => {
      if (window === undefined || window.now.serial[instance] !== serial) return undefined;
      return readInstance(services[service], instance, window, path);
    });
  }

  /** Whether what `instanceReadings` needs is still kept for a moment that has passed. */
  keepsInstances({ seconds, hasFailed }: Moment): boolean {
    if (hasFailed) return true;
    return this.#paths.every((path) => {
      const sample = path.pipeline.latest(seconds);
      return sample === undefined || sample.window !== undefined || isStale(sample, path, seconds);
    });
  }

  /**
   * [time, value] pairs of a metric, by scrape time, oldest first; empty for a metric that has none.
   *
   * A query of a span: it gives what was collected within it even where the newest value of all is stale by now.
   */
  history(service: number, name: string, { spanSeconds, moment }: HistoryQuery): [number, number][] {
    if (moment.hasFailed) return [];
    const path = this.#paths.find(({ metrics }) => (metrics as readonly string[]).includes(name));
    const pairs: [number, number][] = [];
    for (const sample of path?.pipeline.visible(moment.seconds, spanSeconds) ?? []) {
      const value = sample.readings[service][name as MetricName]; // safe: the path lists the name as its metric
      if (value !== undefined) pairs.push([sample.scrapedSeconds, value]);
    }
    return pairs;
  }

  /** How long the newest value of a metric is shown without another. */
  lookbackSeconds(metric: MetricName): number {
    const path = this.#paths.find(({ metrics }) => metrics.includes(metric));
    return path === undefined ? 0 : shownSeconds(path);
  }

  /** The path of a metric: its samples since an instant that can be seen now, oldest first. */
  track(metric: MetricName, sinceSeconds: number): SampleTrack {
    const path = this.#paths.find(({ metrics }) => metrics.includes(metric));
    const { seconds: now, hasFailed } = this.now();
    if (path === undefined || hasFailed) return { samples: [], shownSeconds: 0 };
    const samples = path.pipeline.visible(now, now - sinceSeconds).map(({ scrapedSeconds, readings, window }) => ({
      scrapedSeconds,
      readings,
      snapshot: window?.now,
    }));
    return { samples, shownSeconds: shownSeconds(path) };
  }

  #collect(
    { seconds, hasFailed }: Moment,
    read: (sample: Sample, path: ViewedPath) => Readings | undefined,
  ): AgedReadings {
    const result: AgedReadings = {};
    if (hasFailed) return result;
    for (const path of this.#paths) {
      const sample = path.pipeline.latest(seconds);
      if (sample === undefined || isStale(sample, path, seconds)) continue;
      const values = read(sample, path);
      if (values === undefined) continue;
      for (const name of path.metrics) {
        const value = values[name];
        if (value !== undefined) result[name] ??= value;
      }
      result.age_seconds = Math.max(result.age_seconds ?? 0, seconds - sample.scrapedSeconds);
      result.window_seconds = Math.max(result.window_seconds ?? 0, path.windowSeconds);
    }
    return result;
  }
}

interface HistoryQuery {
  readonly spanSeconds: number;
  readonly moment: Moment;
}

/** The tolerance is for the rounding of k x scrape + phase. */
function isStale({ scrapedSeconds }: Sample, path: FeedPath, now: number): boolean {
  return now > scrapedSeconds + shownSeconds(path) + 1e-9 * Math.max(1, now);
}
