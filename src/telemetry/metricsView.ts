import type { InstanceTable } from '../fleet/instanceTable.js';
import { type FeedPath, shownSeconds } from './feed.js';
import type { MetricName } from './metrics.js';
import type { Pipeline, Sample } from './pipeline.js';
import { type MeteredService, type Readings, readInstance } from './readings.js';

/** A path of a feed, and the pipeline that brings it. */
export interface ViewedPath extends FeedPath {
  readonly pipeline: Pipeline;
}

export interface ViewContext {
  readonly services: readonly MeteredService[];
  readonly table: InstanceTable;
  isDown(): boolean;
  nowSeconds(): number;
}

/** Metrics by name with the age of the oldest of them and the longest span that one covers. */
export type AgedReadings = Readings & { age_seconds?: number; window_seconds?: number };

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

  /** Whether the server does not answer: a failure, where an answer without a value is an empty series. */
  get hasFailed(): boolean {
    return this.#context.isDown();
  }

  readings(service: number): AgedReadings {
    return this.#collect(({ readings }) => readings[service]);
  }

  /** One instance's newest metrics. */
  instanceReadings(service: number, instance: number): AgedReadings {
    const { services, table } = this.#context;
    return this.#collect(({ window }, path) => {
      if (window === undefined || window.now.serial[instance] !== table.serial[instance]) return undefined;
      return readInstance(services[service], instance, window, path);
    });
  }

  /**
   * [time, value] pairs of a metric, by scrape time, oldest first; empty for a metric that has none.
   *
   * A query of a span: it gives what was collected within it even where the newest value of all is stale by now.
   */
  history(service: number, name: string, spanSeconds: number): [number, number][] {
    if (this.hasFailed) return [];
    const path = this.#paths.find(({ metrics }) => (metrics as readonly string[]).includes(name));
    const pairs: [number, number][] = [];
    for (const sample of path?.pipeline.visible(this.#context.nowSeconds(), spanSeconds) ?? []) {
      const value = sample.readings[service][name as MetricName]; // safe: the path lists the name as its metric
      if (value !== undefined) pairs.push([sample.scrapedSeconds, value]);
    }
    return pairs;
  }

  #collect(read: (sample: Sample, path: ViewedPath) => Readings | undefined): AgedReadings {
    const result: AgedReadings = {};
    if (this.hasFailed) return result;
    const now = this.#context.nowSeconds();
    for (const path of this.#paths) {
      const sample = path.pipeline.latest(now);
      if (sample === undefined || isStale(sample, path, now)) continue;
      const values = read(sample, path);
      if (values === undefined) continue;
      for (const name of path.metrics) {
        const value = values[name];
        if (value !== undefined) result[name] ??= value;
      }
      result.age_seconds = Math.max(result.age_seconds ?? 0, now - sample.scrapedSeconds);
      result.window_seconds = Math.max(result.window_seconds ?? 0, path.windowSeconds);
    }
    return result;
  }
}

/** The tolerance is for the rounding of k x scrape + phase. */
function isStale({ scrapedSeconds }: Sample, path: FeedPath, now: number): boolean {
  return now > scrapedSeconds + shownSeconds(path) + 1e-9 * Math.max(1, now);
}
