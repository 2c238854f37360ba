import type { InstanceTable } from '../fleet/instanceTable.js';
import type { SparseHistogram } from '../stats/histogram.js';

/**
 * The cumulative counters at one instant; a rate over a window is the difference of two marks.
 *
 * Columns are copies of the instance table (a memory copy each, cheap even for a thousand instances).
 */
export interface Mark {
  readonly seconds: number;
  /** [instanceSlot] */
  readonly serial: Int32Array;
  readonly launchedSeconds: Float64Array;
  /** NaN while it starts. */
  readonly readySeconds: Float64Array;
  /** Of requests and of what burns beside them; and the part of it before ready. */
  readonly busyVcpuSeconds: Float64Array;
  readonly startupVcpuSeconds: Float64Array;
  readonly networkBytes: Float64Array;
  readonly answered: Float64Array;
  readonly inside: Int32Array;
  readonly queued: Int32Array;
  readonly memoryBytes: Float64Array;
  /** [service] answers of any kind, and the errors among them, since the run began. */
  readonly answers: Float64Array;
  readonly errors: Float64Array;
  /** [service] latencies since the mark before; empty where no policy metric needs them. */
  readonly latencies: readonly SparseHistogram[];
}

export interface MarkCounters {
  readonly answers: Float64Array;
  readonly errors: Float64Array;
  readonly latencies: readonly SparseHistogram[];
}

/** Copies the instances' counters; the caller has touched every living instance. */
export function takeMark(seconds: number, table: InstanceTable, counters: MarkCounters): Mark {
  const count = table.slotCount;
  return {
    seconds,
    serial: table.serial.slice(0, count),
    launchedSeconds: table.launchedSeconds.slice(0, count),
    readySeconds: table.readySeconds.slice(0, count),
    busyVcpuSeconds: table.busyVcpuSeconds
      .slice(0, count)
      .map((seconds, instance) => seconds + table.backgroundVcpuSeconds[instance]),
    startupVcpuSeconds: table.startupVcpuSeconds.slice(0, count),
    networkBytes: table.networkBytes.slice(0, count),
    answered: table.answered.slice(0, count),
    inside: table.inside.slice(0, count),
    queued: table.queued.slice(0, count),
    memoryBytes: table.memoryBytes.slice(0, count),
    answers: counters.answers.slice(),
    errors: counters.errors.slice(),
    latencies: counters.latencies,
  };
}

/** A counter's growth from `base` to `now` for one instance; what the base did not know yet counts from 0. */
export function growthOf(
  column: 'busyVcpuSeconds' | 'startupVcpuSeconds' | 'networkBytes' | 'answered',
  instance: number,
  now: Mark,
  base: Mark | undefined,
): number {
  const isSame = base !== undefined && instance < base.serial.length && base.serial[instance] === now.serial[instance];
  return now[column][instance] - (isSame ? base[column][instance] : 0);
}
