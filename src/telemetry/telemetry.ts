import type { InstanceTable } from '../fleet/instanceTable.js';
import type { ModelMeter } from '../fleet/serving.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Stream } from '../random/stream.js';
import type { JournalReader } from '../record/journal.js';
import { type FeedPath, type MetricFeed, pathsOf, phaseSecondsOf } from './feed.js';
import type { GradeLog } from './gradeLog.js';
import { MetricsView, type ViewedPath } from './metricsView.js';
import { Pipeline, type PipelineRules, type Scrape } from './pipeline.js';
import type { MeteredService } from './readings.js';
import type { TelemetrySettings } from './settings.js';

interface TelemetryOptions {
  readonly settings: TelemetrySettings;
  /** All feeds that a policy of this run reads; what nobody reads is not collected. */
  readonly feeds: readonly MetricFeed[];
  readonly services: readonly MeteredService[];
  /** Of services and providers together: the journal tells of all of them. */
  readonly targetCount: number;
  readonly table: InstanceTable;
  readonly calendar: Calendar;
  /** One draw per replication decides the phase of all scrapes. */
  readonly phaseStream: Stream;
  /** Scrapes at one interval are lost together, whoever the candidate is. */
  lossStream(scrapeSeconds: number): Stream;
  /** True while a fault keeps the server from answering. */
  isDown(): boolean;
  /** True while a fault keeps the server from collecting. */
  failsToScrape(): boolean;
  touchAll(): void;
  nowSeconds(): number;
  /** Where instances are model servers. */
  readonly meter?: ModelMeter | undefined;
  /** Where answers are graded. */
  readonly grades?: GradeLog | undefined;
  /** How far back counters are kept for series. */
  readonly keptSeconds?: number | undefined;
  /** Told of every scrape. */
  readonly scraped?: ((scrape: Scrape) => void) | undefined;
}

/** All a policy can know of the running services: never the truth, only what the pipelines brought. */
export class Telemetry {
  readonly #options: TelemetryOptions;
  readonly #pipelines = new Map<string, Pipeline>();

  constructor(options: TelemetryOptions) {
    this.#options = options;
    const uniform = options.phaseStream.uniform();
    for (const path of options.feeds.flatMap((feed) => pathsOf(feed, options.settings))) {
      const rules = { ...rulesOf(path), phaseSeconds: phaseSecondsOf(path, options.settings, uniform) };
      const key = keyOf(path);
      if (this.#pipelines.has(key)) continue;
      const lossStream = options.lossStream(path.scrapeSeconds);
      this.#pipelines.set(key, new Pipeline({ ...options, rules, lossStream }));
    }
  }

  get readers(): readonly JournalReader[] {
    const { grades } = this.#options;
    return [...(grades === undefined ? [] : [grades]), ...this.#pipelines.values()];
  }

  /** What a consumer of these feeds sees; of a metric that several bring, what the first brings. */
  viewOf(feeds: readonly MetricFeed[]): MetricsView {
    const paths = feeds.flatMap((feed) => pathsOf(feed, this.#options.settings));
    return new MetricsView(
      this.#options,
      paths.flatMap((path) => this.#viewed(path)),
    );
  }

  #viewed(path: FeedPath): ViewedPath[] {
    const pipeline = this.#pipelines.get(keyOf(path));
    return pipeline === undefined ? [] : [{ ...path, pipeline }];
  }
}

function rulesOf(path: FeedPath): Omit<PipelineRules, 'phaseSeconds'> {
  const { scrapeSeconds, windowSeconds, delaySeconds, lossRatio, needsWholeWindow } = path;
  return { scrapeSeconds, windowSeconds, delaySeconds, lossRatio, needsWholeWindow };
}

/** Paths that are collected alike share a pipeline; how long they are shown is the consumer's matter. */
function keyOf(path: FeedPath): string {
  return Object.values(rulesOf(path)).join('/');
}
