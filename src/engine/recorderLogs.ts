import { FleetLog, type InstanceLife } from '../record/fleetLog.js';
import type { JournalPage, JournalReader } from '../record/journal.js';
import * as said from '../record/said.js';
import type { RecordedBins, RecordedLife, RecordRequest } from '../results/serviceRecord.js';
import { Histogram } from '../stats/histogram.js';

/** A fleet whose lives are kept: what a recorder of replicas saw follows from them, whatever it counts. */
export class RecordedFleetLog extends FleetLog {
  readonly lives: RecordedLife[] = [];

  override lived(life: InstanceLife): void {
    super.lived(life);
    const { launchedSeconds, readySeconds, drainSeconds, stoppedSeconds, stopReason } = life;
    const gone = stopReason === 'run-end' ? null : stoppedSeconds;
    const toldToGo = Number.isNaN(drainSeconds) ? gone : drainSeconds;
    this.lives.push([launchedSeconds, Number.isNaN(readySeconds) ? null : readySeconds, toldToGo, gone]);
  }
}

/** One grid of bins over the answers of one service; whoever plans the run closes each bin at its edge. */
export class RecordedGrid implements JournalReader {
  readonly #service: number;
  readonly #latencies = new Histogram();
  readonly #bins = {
    answers: [] as number[],
    errors: [] as number[],
    p50Seconds: [] as (number | null)[],
    p95Seconds: [] as (number | null)[],
    cpuCores: [] as number[],
  };
  #answerCount = 0;
  #errorCount = 0;

  constructor(service: number) {
    this.#service = service;
  }

  get bins(): RecordedBins {
    return this.#bins;
  }

  /** Latencies are those of tries, from when they arrived; what was refused has none. */
  read({ outcomes }: JournalPage): void {
    const { count, kinds, services, errors, isServedFirst, latencySeconds, endSeconds, triedSeconds } = outcomes;
    for (let row = 0; row < count; row++) {
      if (services[row] !== this.#service || (kinds[row] & said.answer) === 0) continue;
      this.#answerCount++;
      this.#errorCount += errors[row];
      if ((kinds[row] & said.refused) !== 0) continue;
      this.#latencies.record(isServedFirst ? latencySeconds[row] : endSeconds[row] - triedSeconds[row]);
    }
  }

  /** What was counted since the edge before belongs to no bin: the time before the first edge. */
  begin(): void {
    this.#clear();
  }

  close(cpuCores: number): void {
    this.#bins.answers.push(this.#answerCount);
    this.#bins.errors.push(this.#errorCount);
    this.#bins.p50Seconds.push(this.#latencies.quantileSeconds(0.5) ?? null);
    this.#bins.p95Seconds.push(this.#latencies.quantileSeconds(0.95) ?? null);
    this.#bins.cpuCores.push(cpuCores);
    this.#clear();
  }

  #clear(): void {
    this.#answerCount = 0;
    this.#errorCount = 0;
    this.#latencies.clear();
  }
}

/** The grids that a run was asked for. */
export function recordedGrids({ gridEdges }: RecordRequest, service: number): RecordedGrid[] {
  return gridEdges.map(() => new RecordedGrid(service));
}
