import type { InstanceTable } from '../fleet/instanceTable.js';
import type { Calendar } from '../kernel/calendar.js';
import type { Stream } from '../random/stream.js';
import type { AnswerListener } from '../record/answerListener.js';
import { type MetricName, metricNames } from './metrics.js';
import { Pipeline, type PipelineRules } from './pipeline.js';
import { type MeteredService, type Readings, readInstance } from './readings.js';
import type { TelemetrySettings } from './settings.js';

export interface TelemetryOptions {
  readonly settings: TelemetrySettings;
  readonly services: readonly MeteredService[];
  readonly table: InstanceTable;
  readonly calendar: Calendar;
  /** One draw per replication decides the phase of all scrapes. */
  readonly phaseStream: Stream;
  /** A stream of its own for each pipeline. */
  lossStream(pipelineIndex: number): Stream;
  /** True while a fault makes every scrape fail. */
  isOut(): boolean;
  touchAll(): void;
  nowSeconds(): number;
}

/** Metrics by name with the age of the oldest of them and the longest span that one covers. */
export type AgedReadings = Readings & { age_seconds?: number; window_seconds?: number };

/** All a policy can know of the running services: never the truth, only what the pipelines brought. */
export class Telemetry {
  readonly #options: TelemetryOptions;
  readonly #pipelines: readonly Pipeline[];

  constructor(options: TelemetryOptions) {
    this.#options = options;
    this.#pipelines = pipelineRules(options.settings, options.phaseStream.uniform()).map(
      (rules, index) => new Pipeline({ ...options, rules, lossStream: options.lossStream(index) }),
    );
  }

  get listeners(): readonly AnswerListener[] {
    return this.#pipelines;
  }

  /** The newest visible value of every metric that has one. */
  readings(service: number): AgedReadings {
    const now = this.#options.nowSeconds();
    const result: AgedReadings = {};
    for (const pipeline of this.#pipelines) {
      const sample = pipeline.latest(now);
      if (sample === undefined) continue;
      for (const name of pipeline.metrics) {
        const value = sample.readings[service][name];
        if (value !== undefined) result[name] = value;
      }
      note(result, pipeline, now - sample.scrapedSeconds);
    }
    return result;
  }

  /** One instance's newest visible metrics. */
  instanceReadings(service: number, instance: number): AgedReadings {
    const now = this.#options.nowSeconds();
    const result: AgedReadings = {};
    for (const pipeline of this.#pipelines) {
      const window = pipeline.latest(now)?.window;
      if (window === undefined || window.now.serial[instance] !== this.#options.table.serial[instance]) continue;
      const own = readInstance(this.#options.services[service], instance, window);
      for (const name of pipeline.metrics) {
        const value = own[name];
        if (value !== undefined) result[name] = value;
      }
      note(result, pipeline, now - window.now.seconds);
    }
    return result;
  }

  /** [time, value] pairs of a metric, by scrape time, oldest first; empty for a metric that has none. */
  history(service: number, name: string, spanSeconds: number): [number, number][] {
    const pipeline = this.#pipelines.find((candidate) => (candidate.metrics as readonly string[]).includes(name));
    const pairs: [number, number][] = [];
    for (const sample of pipeline?.visible(this.#options.nowSeconds(), spanSeconds) ?? []) {
      const value = sample.readings[service][name as MetricName]; // safe: the pipeline lists the name as its metric
      if (value !== undefined) pairs.push([sample.scrapedSeconds, value]);
    }
    return pairs;
  }
}

function note(readings: AgedReadings, { windowSeconds }: Pipeline, ageSeconds: number): void {
  readings.age_seconds = Math.max(readings.age_seconds ?? 0, ageSeconds);
  readings.window_seconds = Math.max(readings.window_seconds ?? 0, windowSeconds);
}

/** Metrics that share all their settings share a pipeline. */
function pipelineRules(settings: TelemetrySettings, phaseUniform: number): PipelineRules[] {
  const groups = new Map<string, PipelineRules & { metrics: MetricName[] }>();
  for (const name of metricNames) {
    const own = settings.metrics[name];
    const scrapeSeconds = own?.scrape ?? settings.scrape;
    const windowSeconds = own?.window ?? settings.window;
    const delaySeconds = own?.delay ?? settings.delay;
    const lossRatio = own?.loss ?? settings.loss;
    const key = [scrapeSeconds, windowSeconds, delaySeconds, lossRatio].join('/');
    const group = groups.get(key);
    if (group !== undefined) {
      group.metrics.push(name);
      continue;
    }
    const phaseSeconds = (settings.phase ?? phaseUniform * scrapeSeconds) % scrapeSeconds;
    groups.set(key, { scrapeSeconds, windowSeconds, delaySeconds, lossRatio, phaseSeconds, metrics: [name] });
  }
  return [...groups.values()];
}
