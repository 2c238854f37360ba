import { Histogram, type SparseHistogram } from '../stats/histogram.js';
import type { JournalPage, JournalReader } from './journal.js';
import type { OutcomeBlock } from './outcomeBlock.js';
import * as said from './said.js';

/** The state of one service at an instant. */
export interface FleetSample {
  readonly desired: number;
  readonly ready: number;
  readonly starting: number;
  readonly queue: number;
  /** Busy vCPU seconds since the run began, of all its instances. */
  readonly busyVcpuSeconds: number;
  /** vCPUs of the ready and draining instances. */
  readonly servingVcpus: number;
}

/** One service's curves, one entry per step. */
export interface ServiceCurves {
  readonly rate: number[];
  readonly desired: number[];
  readonly ready: number[];
  readonly starting: number[];
  readonly p95Seconds: (number | null)[];
  /** The quantile that the objective speaks of; empty where it is p95 or there is none. */
  readonly objectiveSeconds: (number | null)[];
  readonly cpu: (number | null)[];
  readonly queue: number[];
}

/** Curves hold at most this many points: more than a screen has pixels, and a report of many policies stays small. */
const POINT_LIMIT = 3000;
/** Between points the fleet is sampled this often, so that a short spike is not lost. */
const SAMPLE_SECONDS = 5;
/** Runs of more than a year and a half are looked at less often. */
const SAMPLE_LIMIT = 10_000_000;
/** Columns of the picture of when answers were slow: more than 60 are thinner than a glance can use. */
const HEAT_COLUMN_LIMIT = 60;
const niceSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400];

/** Seconds between two points of a run's curves. */
function timelineStepSeconds(durationSeconds: number): number {
  const needed = durationSeconds / POINT_LIMIT;
  return niceSteps.find((step) => step >= needed) ?? needed;
}

/** The pictures of one run: offered rate, instances, latency, CPU, queue, per service and step. */
export class TimelineLog implements JournalReader {
  readonly stepSeconds: number;
  /** Time between two samples of the fleets, seconds. */
  readonly sampleSeconds: number;
  readonly curves: readonly ServiceCurves[];
  /** Seconds of one column of `heatOf`. */
  readonly heatStepSeconds: number;
  readonly #objective: number | undefined;
  readonly #heat: SparseHistogram[][];
  readonly #heatColumns: Histogram[];
  readonly #stepsPerHeatColumn: number;
  readonly #latencies: Histogram[];
  readonly #arrivals: Float64Array;
  readonly #busyAtStep: Float64Array;
  readonly #servingSum: Float64Array;
  #sampleCount = 0;
  /** [service] the most unusual sample of the step so far. */
  #extremes: (FleetSample | undefined)[];

  /** @param objective share of requests that the SLO asks to be in time; undefined without one */
  constructor(serviceCount: number, durationSeconds: number, objective?: number) {
    this.#objective = objective === 0.95 ? undefined : objective;
    this.stepSeconds = timelineStepSeconds(durationSeconds);
    const wantedSeconds = Math.max(SAMPLE_SECONDS, durationSeconds / SAMPLE_LIMIT);
    this.sampleSeconds = this.stepSeconds / Math.ceil(this.stepSeconds / wantedSeconds);
    this.curves = Array.from({ length: serviceCount }, () => ({
      rate: [],
      desired: [],
      ready: [],
      starting: [],
      p95Seconds: [],
      objectiveSeconds: [],
      cpu: [],
      queue: [],
    }));
    this.#stepsPerHeatColumn = Math.ceil(durationSeconds / this.stepSeconds / HEAT_COLUMN_LIMIT);
    this.heatStepSeconds = this.stepSeconds * this.#stepsPerHeatColumn;
    this.#heat = Array.from({ length: serviceCount }, () => []);
    this.#heatColumns = Array.from({ length: serviceCount }, () => new Histogram());
    this.#latencies = Array.from({ length: serviceCount }, () => new Histogram());
    this.#arrivals = new Float64Array(serviceCount);
    this.#busyAtStep = new Float64Array(serviceCount);
    this.#servingSum = new Float64Array(serviceCount);
    this.#extremes = new Array(serviceCount).fill(undefined);
  }

  read({ arrivals, arrivalFrom: from, arrivalTo: to, calls, outcomes }: JournalPage): void {
    const { services, isOfOneGroup } = arrivals;
    if (isOfOneGroup) this.#arrivals[services[0]] += to - from;
    else for (let arrival = from; arrival < to; arrival++) this.#arrivals[services[arrival]]++;
    for (let call = 0; call < calls.count; call++) this.#arrivals[calls.groups[call] % this.#arrivals.length]++;
    if (outcomes.isServedFirst && outcomes.isOfOneService)
      this.#latencies[outcomes.services[0]].recordAll(outcomes.latencySeconds, outcomes.count);
    else this.#readRows(outcomes);
  }

  /** Answers that came from an instance, and waits that were given up. */
  #readRows({ count, kinds, services, isServedFirst, latencySeconds, triedSeconds, endSeconds }: OutcomeBlock): void {
    for (let row = 0; row < count; row++) {
      if ((kinds[row] & (said.answer | said.refused)) !== said.answer) continue;
      const latency = isServedFirst ? latencySeconds[row] : endSeconds[row] - triedSeconds[row];
      this.#latencies[services[row]].record(latency);
    }
  }

  /** Samples every service; at the end of a step the sample becomes a point. */
  sample(samples: readonly FleetSample[], isStepEnd: boolean): void {
    this.#sampleCount++;
    for (const [service, sample] of samples.entries()) {
      this.#servingSum[service] += sample.servingVcpus;
      this.#extremes[service] = this.#moreUnusual(service, this.#extremes[service], sample);
      if (isStepEnd) this.#close(service, sample);
    }
    if (isStepEnd) this.#sampleCount = 0;
  }

  /** [column] the latencies of the answers that came in it, all tries of a service; the last column may be short. */
  heatOf(service: number): readonly SparseHistogram[] {
    const rest = this.#heatColumns[service];
    return rest.count === 0 ? this.#heat[service] : [...this.#heat[service], rest.toSparse()];
  }

  /** Of two samples, per curve the value farther from the last point: minima and maxima survive. */
  #moreUnusual(service: number, kept: FleetSample | undefined, sample: FleetSample): FleetSample {
    if (kept === undefined) return sample;
    const curves = this.curves[service];
    const farther = (curve: readonly number[], a: number, b: number): number => {
      const last = curve[curve.length - 1] ?? b;
      return Math.abs(a - last) > Math.abs(b - last) ? a : b;
    };
    return {
      ...sample,
      desired: farther(curves.desired, kept.desired, sample.desired),
      ready: farther(curves.ready, kept.ready, sample.ready),
      starting: farther(curves.starting, kept.starting, sample.starting),
      queue: Math.max(kept.queue, sample.queue),
    };
  }

  #close(service: number, sample: FleetSample): void {
    const curves = this.curves[service];
    const extreme = this.#extremes[service] ?? sample;
    const latencies = this.#latencies[service];
    const servingVcpuSeconds = (this.#servingSum[service] / this.#sampleCount) * this.stepSeconds;
    curves.rate.push(this.#arrivals[service] / this.stepSeconds);
    curves.desired.push(extreme.desired);
    curves.ready.push(extreme.ready);
    curves.starting.push(extreme.starting);
    curves.queue.push(extreme.queue);
    curves.p95Seconds.push(latencies.quantileSeconds(0.95) ?? null);
    if (this.#objective !== undefined) {
      curves.objectiveSeconds.push(latencies.quantileSeconds(this.#objective) ?? null);
    }
    // Sums of the same numbers in another order: nothing done may come out a little below 0.
    const busySeconds = Math.max(0, sample.busyVcpuSeconds - this.#busyAtStep[service]);
    // An instance that drains within the step works without being counted at its end, so the ratio is capped.
    curves.cpu.push(servingVcpuSeconds > 0 ? Math.min(1, busySeconds / servingVcpuSeconds) : null);
    this.#busyAtStep[service] = sample.busyVcpuSeconds;
    this.#servingSum[service] = 0;
    this.#arrivals[service] = 0;
    this.#extremes[service] = undefined;
    this.#addHeat(service, latencies, curves.rate.length);
    latencies.clear();
  }
  /** One addition per filled bucket and step, none per answer. */
  #addHeat(service: number, latencies: Histogram, stepCount: number): void {
    const column = this.#heatColumns[service];
    column.merge(latencies);
    if (stepCount % this.#stepsPerHeatColumn !== 0) return;
    this.#heat[service].push(column.toSparse());
    column.clear();
  }
}
