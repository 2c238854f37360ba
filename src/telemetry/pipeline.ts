import type { InstanceTable } from '../fleet/instanceTable.js';
import type { ModelMeter } from '../fleet/serving.js';
import type { Calendar } from '../kernel/calendar.js';
import * as rank from '../kernel/rank.js';
import type { Stream } from '../random/stream.js';
import type { JournalPage, JournalReader } from '../record/journal.js';
import type { OutcomeBlock } from '../record/outcomeBlock.js';
import * as said from '../record/said.js';
import { Histogram } from '../stats/histogram.js';
import { SlidingHistogram } from '../stats/slidingHistogram.js';
import { type CounterSnapshot, takeSnapshot, type Window } from './counterSnapshot.js';
import type { GradeLog } from './gradeLog.js';
import { addLatencies, type LatencyTotals, noLatencies } from './latencyTotals.js';
import type { Readings } from './metrics.js';
import { ModelMeters } from './modelMeters.js';
import { type MeteredService, readService } from './readings.js';

export interface PipelineRules {
  readonly scrapeSeconds: number;
  readonly windowSeconds: number;
  readonly delaySeconds: number;
  readonly lossRatio: number;
  readonly phaseSeconds: number;
  readonly needsWholeWindow: boolean;
}

interface PipelineOptions {
  readonly rules: PipelineRules;
  readonly services: readonly MeteredService[];
  /** Of services and providers together; nobody asks for those of providers. */
  readonly targetCount: number;
  readonly table: InstanceTable;
  readonly calendar: Calendar;
  /** Decides which scrapes are lost: keyed, so every policy loses the same ones. */
  readonly lossStream: Stream;
  /** True while a fault makes every scrape fail. */
  failsToScrape(): boolean;
  /** Brings every living instance's counters to now. */
  touchAll(): void;
  nowSeconds(): number;
  /** Where instances are model servers. */
  readonly meter?: ModelMeter | undefined;
  /** Where answers are graded. */
  readonly grades?: GradeLog | undefined;
  /** How far back snapshots are kept, for those who ask for series; `SNAPSHOT_LIMIT` samples at least. */
  readonly keptSeconds?: number | undefined;
  /** Told of every scrape, those that are lost too. */
  readonly scraped?: ((scrape: Scrape) => void) | undefined;
}

/** A scrape, for those who tell of it. */
export interface Scrape {
  readonly scrapedSeconds: number;
  readonly windowSeconds: number;
  /** undefined: lost */
  readonly visibleSeconds: number | undefined;
  /** [service] */
  readonly readings: readonly Readings[];
}

/** One scrape that arrived. */
export interface Sample {
  readonly scrapedSeconds: number;
  /** When a policy can see it. */
  readonly visibleSeconds: number;
  /** [service] */
  readonly readings: readonly Readings[];
  /** Undefined once it is too old for `perInstance`. */
  window: Window | undefined;
}

/** Samples kept for `history`; about four days of 15 s scrapes. */
const SAMPLE_LIMIT = 24_000;
/** Samples that keep their snapshots, for `perInstance`, at least. */
const SNAPSHOT_LIMIT = 64;
/** Fleets of more than 15,000 keep fewer: rows of instances in all snapshots, and snapshots at least. */
const [MARKED_ROW_LIMIT, MARKED_LEAST] = [1_000_000, 8];

/**
 * One path of metrics: scraped every `scrape` over `window`, lost now and then, visible `delay` later.
 *
 * Snapshots of the counters are taken at every scrape and, where the window is no multiple of the scrape, also at the begin
 * of each coming window; so every window is exact.
 */
export class Pipeline implements JournalReader {
  readonly #options: PipelineOptions;
  readonly #answers: Float64Array;
  readonly #errors: Float64Array;
  readonly #limited: Float64Array;
  /** [service] latencies since the last snapshot, and over the window. */
  readonly #recent: Histogram[];
  readonly #windowed: SlidingHistogram[];
  readonly #models: ModelMeters | undefined;
  #snapshots: CounterSnapshot[] = [];
  readonly #samples: Sample[] = [];
  /** [service] */
  #latencyTotals: readonly LatencyTotals[];
  /** Samples before this one have lost their snapshots. */
  #snapshotsFrom = 0;

  constructor(options: PipelineOptions) {
    this.#options = options;
    const count = options.targetCount;
    this.#answers = new Float64Array(count);
    this.#errors = new Float64Array(count);
    this.#limited = new Float64Array(count);
    this.#recent = Array.from({ length: count }, () => new Histogram());
    this.#windowed = Array.from({ length: count }, () => new SlidingHistogram());
    this.#latencyTotals = Array.from({ length: count }, () => noLatencies);
    const { meter, table, services } = options;
    const isModel = Array.from({ length: count }, (_, index) => services[index]?.isModel === true);
    this.#models = meter && new ModelMeters({ meter, table, isModel });
    const { scrapeSeconds, windowSeconds, phaseSeconds } = options.rules;
    const remainder = windowSeconds % scrapeSeconds;
    const isMultiple = Math.min(remainder, scrapeSeconds - remainder) < 1e-9 * scrapeSeconds;
    this.#planScrape(phaseSeconds, 0);
    if (!isMultiple) this.#planSnapshot(phaseSeconds + scrapeSeconds - remainder, 0);
  }

  get rules(): PipelineRules {
    return this.#options.rules;
  }

  read({ outcomes, tokens }: JournalPage): void {
    this.#models?.read(tokens);
    if (!outcomes.isServedFirst || !outcomes.isOfOneService) {
      this.#readRows(outcomes);
      return;
    }
    const service = outcomes.services[0];
    this.#answers[service] += outcomes.count;
    this.#errors[service] += outcomes.errorCount;
    this.#recent[service].recordAll(outcomes.latencySeconds, outcomes.count);
  }

  #readRows(outcomes: OutcomeBlock): void {
    const { count, kinds, services, errors, isServedFirst, latencySeconds, triedSeconds, endSeconds } = outcomes;
    for (let row = 0; row < count; row++) {
      if ((kinds[row] & said.limited) !== 0) this.#limited[services[row]]++;
      if ((kinds[row] & said.answer) === 0) continue;
      const service = services[row];
      this.#answers[service]++;
      this.#errors[service] += errors[row];
      if ((kinds[row] & said.refused) !== 0) continue;
      this.#recent[service].record(isServedFirst ? latencySeconds[row] : endSeconds[row] - triedSeconds[row]);
    }
  }

  /** The newest sample that can be seen now. */
  latest(nowSeconds: number): Sample | undefined {
    return this.#samples.findLast((sample) => sample.visibleSeconds <= nowSeconds);
  }

  /** Samples visible now and scraped within the last `spanSeconds`, oldest first. */
  visible(nowSeconds: number, spanSeconds: number): Sample[] {
    // In the order of their scrapes and so, the delay being one for all, in that of their becoming visible.
    const samples = this.#samples;
    let begin = samples.length;
    while (begin > 0 && samples[begin - 1].scrapedSeconds >= nowSeconds - spanSeconds) begin--;
    let end = samples.length;
    while (end > begin && samples[end - 1].visibleSeconds > nowSeconds) end--;
    return samples.slice(begin, end);
  }

  #planScrape(firstSeconds: number, index: number): void {
    const { calendar, rules } = this.#options;
    // k x scrape + phase, not a running sum: rounding must not drift over a year.
    calendar.at(firstSeconds + index * rules.scrapeSeconds, rank.scrape, () => {
      this.#planScrape(firstSeconds, index + 1);
      this.#scrape();
    });
  }

  #planSnapshot(firstSeconds: number, index: number): void {
    const { calendar, rules } = this.#options;
    const atSeconds = (firstSeconds % rules.scrapeSeconds) + index * rules.scrapeSeconds;
    calendar.at(atSeconds, rank.scrape, () => {
      this.#planSnapshot(firstSeconds, index + 1);
      this.#snapshot();
    });
  }

  #snapshot(): CounterSnapshot {
    const { table, services, touchAll, nowSeconds, grades } = this.#options;
    touchAll();
    const latencies = this.#recent.map((histogram) => histogram.toSparse());
    for (const [service, sparse] of latencies.entries()) {
      this.#windowed[service].addSparse(sparse);
      this.#recent[service].clear();
    }
    this.#latencyTotals = this.#latencyTotals.map((totals, service) => addLatencies(totals, latencies[service]));
    const snapshot = takeSnapshot(nowSeconds(), table, {
      answers: this.#answers,
      errors: this.#errors,
      limited: this.#limited,
      latencies,
      latencyTotals: this.#latencyTotals,
      desired: services.map((service) => service.desired()),
      models: this.#models?.snapshot(),
      grades: grades?.snapshot(nowSeconds()),
    });
    this.#snapshots.push(snapshot);
    return snapshot;
  }

  #scrape(): void {
    const { rules, services, lossStream } = this.#options;
    const now = this.#snapshot();
    const base = this.#forgetBefore(now.seconds - rules.windowSeconds);
    // Drawn for every scrape, so that the k-th is lost or not whatever happened before.
    const isLost = rules.lossRatio > 0 && lossStream.uniform() < rules.lossRatio;
    const told = { scrapedSeconds: now.seconds, windowSeconds: rules.windowSeconds };
    if (isLost || this.#options.failsToScrape()) {
      this.#options.scraped?.({ ...told, visibleSeconds: undefined, readings: services.map(() => ({})) });
      return;
    }
    const window = { now, base };
    const readings = services.map((service, index) =>
      readService(index, service, window, {
        ...rules,
        latencies: this.#windowed[index],
        modelTimes: this.#models?.windowed(index),
      }),
    );
    const visibleSeconds = now.seconds + rules.delaySeconds;
    this.#options.scraped?.({ ...told, visibleSeconds, readings });
    this.#samples.push({ scrapedSeconds: now.seconds, visibleSeconds, readings, window });
    if (this.#samples.length > 2 * SAMPLE_LIMIT) {
      this.#samples.splice(0, SAMPLE_LIMIT);
      this.#snapshotsFrom = Math.max(0, this.#snapshotsFrom - SAMPLE_LIMIT);
    }
    this.#dropOldSnapshots();
  }

  /** Drops the snapshots before the window's begin and their latencies; returns the snapshot at its begin, if the run is that old. */
  #forgetBefore(beginSeconds: number): CounterSnapshot | undefined {
    if (beginSeconds < 0) return undefined;
    // A snapshot is at the begin up to rounding of k x scrape + phase.
    const tolerance = 1e-9 * Math.max(1, beginSeconds);
    let base = -1;
    while (base + 1 < this.#snapshots.length && this.#snapshots[base + 1].seconds <= beginSeconds + tolerance) base++;
    if (base < 0) return undefined;
    for (const snapshot of this.#snapshots.slice(0, base + 1)) {
      if (this.#forgotten.has(snapshot)) continue;
      for (const [service, sparse] of snapshot.latencies.entries()) this.#windowed[service].removeSparse(sparse);
      if (snapshot.models !== undefined) this.#models?.forget(snapshot.models);
      this.#forgotten.add(snapshot);
    }
    this.#snapshots = this.#snapshots.slice(base);
    return this.#snapshots[0];
  }

  readonly #forgotten = new WeakSet<CounterSnapshot>();

  #dropOldSnapshots(): void {
    const { keptSeconds, nowSeconds, table } = this.#options;
    const keepSeconds = nowSeconds() - (keptSeconds ?? 0);
    const fitting = Math.floor(MARKED_ROW_LIMIT / Math.max(1, table.rowCount));
    const limitCount = Math.min(SNAPSHOT_LIMIT, Math.max(MARKED_LEAST, fitting));
    while (this.#samples.length - this.#snapshotsFrom > limitCount) {
      const oldest = this.#samples[this.#snapshotsFrom];
      if (oldest.scrapedSeconds >= keepSeconds) return;
      oldest.window = undefined;
      this.#snapshotsFrom++;
    }
  }
}
