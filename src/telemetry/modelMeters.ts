import type { InstanceTable } from '../fleet/instanceTable.js';
import { blankReading, kvRatioOf } from '../fleet/modelReading.js';
import type { ModelMeter } from '../fleet/serving.js';
import { gapSecondsOf, type TokenBlock, tokenEvent } from '../record/tokenBlock.js';
import { Histogram, type SparseHistogram } from '../stats/histogram.js';
import { SlidingHistogram } from '../stats/slidingHistogram.js';
import { addLatencies, type LatencyTotals, noLatenciesOf } from './latencyTotals.js';

/** Bounds of vLLM's histograms, seconds (vllm/v1/metrics/loggers.py). */
export const firstTokenBounds: readonly number[] = [
  0.001,
  0.005,
  0.01,
  0.02,
  0.04,
  0.06,
  0.08,
  0.1,
  0.25,
  0.5,
  0.75,
  1,
  2.5,
  5,
  7.5,
  10,
  20,
  40,
  80,
  160,
  640,
  2560,
  Number.POSITIVE_INFINITY,
];
export const gapBounds: readonly number[] = [
  0.01,
  0.025,
  0.05,
  0.075,
  0.1,
  0.15,
  0.2,
  0.3,
  0.4,
  0.5,
  0.75,
  1,
  2.5,
  5,
  7.5,
  10,
  20,
  40,
  80,
  Number.POSITIVE_INFINITY,
];

/** What model servers show at one instant: [instanceRow] state and counters, [service] times since the snapshot before. */
export interface ModelSnapshot {
  readonly running: Float64Array;
  readonly waiting: Float64Array;
  /** Held share of the KV memory. */
  readonly kvRatio: Float64Array;
  readonly busySeconds: Float64Array;
  readonly promptTokens: Float64Array;
  readonly outputTokens: Float64Array;
  readonly preemptions: Float64Array;
  readonly queriedTokens: Float64Array;
  readonly foundTokens: Float64Array;
  readonly times: readonly ServiceTimes[];
}

interface ServiceTimes {
  readonly firstTokens: SparseHistogram;
  readonly gaps: SparseHistogram;
  /** Since the run began. */
  readonly firstTokenTotals: LatencyTotals;
  readonly gapTotals: LatencyTotals;
}

/** Times of one service: those since the last snapshot, and those of the window. */
class RecentTimes {
  readonly #bounds: readonly number[];
  readonly recent = new Histogram();
  readonly windowed = new SlidingHistogram();
  totals: LatencyTotals;

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.totals = noLatenciesOf(bounds);
  }

  take(): SparseHistogram {
    const sparse = this.recent.toSparse();
    this.windowed.addSparse(sparse);
    this.recent.clear();
    this.totals = addLatencies(this.totals, sparse, this.#bounds);
    return sparse;
  }
}

interface ModelMetersOptions {
  readonly meter: ModelMeter;
  readonly table: InstanceTable;
  /** [service] */
  readonly isModel: readonly boolean[];
}

/** What one pipeline collects of the model servers; only where there are some. */
export class ModelMeters {
  readonly #options: ModelMetersOptions;
  /** [service] */
  readonly #firstTokens: readonly RecentTimes[];
  readonly #gaps: readonly RecentTimes[];

  constructor(options: ModelMetersOptions) {
    this.#options = options;
    this.#firstTokens = options.isModel.map(() => new RecentTimes(firstTokenBounds));
    this.#gaps = options.isModel.map(() => new RecentTimes(gapBounds));
  }

  /** First tokens when they are out, gaps with the answer. */
  read(tokens: TokenBlock): void {
    const { count, kinds, services, seconds, triedSeconds } = tokens;
    for (let row = 0; row < count; row++) {
      if (kinds[row] === tokenEvent.firstToken)
        this.#firstTokens[services[row]].recent.record(seconds[row] - triedSeconds[row]);
      if (kinds[row] !== tokenEvent.answered) continue;
      const gapSeconds = gapSecondsOf(tokens, row);
      if (!Number.isNaN(gapSeconds)) this.#gaps[services[row]].recent.record(gapSeconds);
    }
  }

  snapshot(): ModelSnapshot {
    const { table, isModel } = this.#options;
    const count = table.rowCount;
    const column = () => new Float64Array(count);
    const taken = {
      running: column(),
      waiting: column(),
      kvRatio: column(),
      busySeconds: column(),
      promptTokens: column(),
      outputTokens: column(),
      preemptions: column(),
      queriedTokens: column(),
      foundTokens: column(),
    };
    for (let instance = 0; instance < count; instance++)
      if (isModel[table.service[instance]]) this.#readInstance(instance, taken);
    const times = isModel.map((_, service) => ({
      firstTokens: this.#firstTokens[service].take(),
      gaps: this.#gaps[service].take(),
      firstTokenTotals: this.#firstTokens[service].totals,
      gapTotals: this.#gaps[service].totals,
    }));
    return { ...taken, times };
  }

  /** The snapshot is older than the window. */
  forget({ times }: ModelSnapshot): void {
    for (const [service, { firstTokens, gaps }] of times.entries()) {
      this.#firstTokens[service].windowed.removeSparse(firstTokens);
      this.#gaps[service].windowed.removeSparse(gaps);
    }
  }

  /** Times over the window. */
  windowed(service: number): ModelTimes {
    return { firstTokens: this.#firstTokens[service].windowed, gaps: this.#gaps[service].windowed };
  }

  #readInstance(instance: number, taken: Omit<ModelSnapshot, 'times'>): void {
    const { meter } = this.#options;
    meter.read(instance, reading);
    taken.running[instance] = reading.running;
    taken.waiting[instance] = reading.waiting;
    taken.kvRatio[instance] = kvRatioOf(reading);
    taken.busySeconds[instance] = reading.busyMicroseconds / 1e6;
    taken.promptTokens[instance] = reading.promptTokens;
    taken.outputTokens[instance] = reading.outputTokens;
    taken.preemptions[instance] = reading.preemptions;
    taken.queriedTokens[instance] = reading.queriedTokens;
    taken.foundTokens[instance] = reading.foundTokens;
  }
}

/** Times of a service over a window. */
export interface ModelTimes {
  readonly firstTokens: Histogram;
  readonly gaps: Histogram;
}

/** Scratch. */
const reading = blankReading();
