import { basename } from 'node:path';
import type { RecordedPoint, RecordedSeries, Recording } from '../../results/recording.js';
import { type SeriesRole, unitOf } from '../../results/seriesRoles.js';
import { type DroppedBin, RequestBins } from '../log/requestBins.js';
import { IntervalLatencies } from './intervalLatencies.js';
import type { Latencies } from './latencies.js';

/** One request that ended. */
interface TimedRequest {
  /** Its arrival, seconds since 1970. */
  readonly seconds: number;
  readonly isFailed: boolean;
  readonly latencySeconds: number | undefined;
  /** In the servers behind. */
  readonly upstreamSeconds?: number | undefined;
}

/** One interval. */
export interface TimelineInterval {
  readonly seconds: number;
  readonly requestCount: number;
  readonly failedCount: number;
  readonly latencies: Latencies | undefined;
  readonly upstream: Latencies | undefined;
}

/** How long intervals are: the first length until there are more than so many, then the next, and so on. */
export type IntervalSteps = readonly { readonly intervalSeconds: number; readonly limitCount: number }[];

/**
 * Requests by interval with their latencies, in whatever order they come.
 *
 * How long the file is shows only at its end: intervals begin short and are put together as they become too many, so memory
 * is bounded by the limits of the steps.
 */
export class RequestTimeline {
  readonly #steps: IntervalSteps;
  #step = 0;
  readonly bins: RequestBins;
  readonly latencies = new IntervalLatencies();
  readonly upstream = new IntervalLatencies();

  constructor(steps: IntervalSteps) {
    this.#steps = steps;
    this.bins = new RequestBins(steps[0].intervalSeconds);
  }

  /** @returns whether it is within the longest time that the steps allow */
  add({ seconds, isFailed, latencySeconds, upstreamSeconds }: TimedRequest): boolean {
    const { bins } = this;
    bins.add({ seconds, status: isFailed ? 500 : 200 });
    while (bins.binCount > this.#steps[this.#step].limitCount) {
      if (this.#step + 1 === this.#steps.length) return false;
      this.#coarsen();
    }
    const bin = Math.floor(seconds / bins.intervalSeconds);
    if (latencySeconds !== undefined) this.latencies.add(bin, latencySeconds);
    if (upstreamSeconds !== undefined) this.upstream.add(bin, upstreamSeconds);
    return true;
  }

  #coarsen(): void {
    const { bins } = this;
    const factor = this.#steps[++this.#step].intervalSeconds / bins.intervalSeconds;
    for (const part of [bins, this.latencies, this.upstream]) part.coarsen(factor);
  }

  /** Makes intervals longer as long as at least `count` of them are left. */
  coarsenTo(count: number): void {
    while (this.coarsenOnce(count));
  }

  /** Makes intervals longer by one step if at least `count` are left then. @returns whether it did */
  coarsenOnce(count: number): boolean {
    const next = this.#steps.at(this.#step + 1)?.intervalSeconds ?? Number.POSITIVE_INFINITY;
    if (this.bins.binCount / (next / this.bins.intervalSeconds) < count) return false;
    this.#coarsen();
    return true;
  }

  dropPartial(): DroppedBin[] {
    return this.bins.dropPartial();
  }

  /** Every interval from the first to the last, empty ones too. */
  intervals(): TimelineInterval[] {
    const { bins } = this;
    return [...bins].map(({ seconds, requestCount, errorCount }) => {
      const bin = Math.round(seconds / bins.intervalSeconds);
      const [latencies, upstream] = [this.latencies.at(bin), this.upstream.at(bin)];
      return { seconds, requestCount, failedCount: errorCount, latencies, upstream };
    });
  }

  /** As series of a recording, whose second 0 is the begin of the first interval. */
  recording(file: string): Recording {
    const intervals = this.intervals();
    const { intervalSeconds } = this.bins;
    const startUnixSeconds = intervals[0].seconds;
    const series = recorded.flatMap(({ role, name, read }): RecordedSeries[] => {
      const points = intervals.flatMap((one): RecordedPoint[] => {
        const value = read(one, intervalSeconds);
        return value === undefined ? [] : [[one.seconds - startUnixSeconds, value]];
      });
      if (points.length === 0) return [];
      return [
        {
          role,
          source: { file, name: `${name} of ${basename(file)}`, labels: {} },
          unit: unitOf(role),
          points,
          stepSeconds: points.length < 2 ? null : intervalSeconds,
          windowSeconds: intervalSeconds,
          terminatingSeconds: 0,
        },
      ];
    });
    return { startUnixSeconds, series };
  }
}

interface RecordedPart {
  readonly role: SeriesRole;
  readonly name: string;
  /** Undefined where an interval has too little to say it. */
  readonly read: (interval: TimelineInterval, intervalSeconds: number) => number | undefined;
}

/** A quantile of an interval, where it has enough for one value beyond it. */
function quantile(role: SeriesRole, probability: number): RecordedPart {
  return {
    role,
    name: 'latency',
    read: ({ latencies }) =>
      latencies === undefined || latencies.count * (1 - probability) < 1
        ? undefined
        : latencies.quantileSeconds(probability),
  };
}

const recorded: readonly RecordedPart[] = [
  { role: 'request-rate', name: 'requests', read: ({ requestCount }, seconds) => requestCount / seconds },
  {
    role: 'error-share',
    name: 'failed requests',
    read: ({ requestCount, failedCount }) => (requestCount === 0 ? undefined : failedCount / requestCount),
  },
  { role: 'latency-mean', name: 'latency', read: ({ latencies }) => latencies?.meanSeconds },
  quantile('latency-p50', 0.5),
  quantile('latency-p90', 0.9),
  quantile('latency-p95', 0.95),
  quantile('latency-p99', 0.99),
];
