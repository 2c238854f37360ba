import type { InstanceTable } from '../fleet/instanceTable.js';
import * as work from '../fleet/work.js';
import type { SparseHistogram } from '../stats/histogram.js';
import type { GradeSnapshot } from './gradeLog.js';
import type { LatencyTotals } from './latencyTotals.js';
import type { ModelSnapshot } from './modelMeters.js';

/**
 * The cumulative counters at one instant; a rate over a window is the difference of two snapshots.
 *
 * Columns are copies of the instance table (a memory copy each, cheap even for a thousand instances).
 */
export interface CounterSnapshot {
  readonly seconds: number;
  /** [instanceRow] */
  readonly serial: Int32Array;
  readonly phase: Uint8Array;
  readonly service: Int32Array;
  readonly launchNumber: Int32Array;
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
  /** [service] tries that a rate limit turned away, since the run began. */
  readonly limited: Float64Array;
  /** [service] latencies since the snapshot before; empty where no policy metric needs them. */
  readonly latencies: readonly SparseHistogram[];
  /** [service] all latencies since the run began. */
  readonly latencyTotals: readonly LatencyTotals[];
  /** [service] instances desired. */
  readonly desired: readonly number[];
  /** Where instances are model servers. */
  readonly models?: ModelSnapshot | undefined;
  /** Where answers are graded. */
  readonly grades?: GradeSnapshot | undefined;
}

export interface Window {
  readonly now: CounterSnapshot;
  /** The snapshot at the begin of the window; undefined when the run is younger than the window. */
  readonly base: CounterSnapshot | undefined;
}

interface SnapshotCounters {
  readonly answers: Float64Array;
  readonly errors: Float64Array;
  readonly limited: Float64Array;
  readonly latencies: readonly SparseHistogram[];
  readonly latencyTotals: readonly LatencyTotals[];
  readonly desired: readonly number[];
  readonly models?: ModelSnapshot | undefined;
  readonly grades?: GradeSnapshot | undefined;
}

/** Copies the instances' counters; the caller has touched every living instance. */
export function takeSnapshot(seconds: number, table: InstanceTable, counters: SnapshotCounters): CounterSnapshot {
  const count = table.rowCount;
  return {
    seconds,
    serial: table.serial.slice(0, count),
    phase: table.phase.slice(0, count),
    service: table.service.slice(0, count),
    launchNumber: table.launchNumber.slice(0, count),
    launchedSeconds: table.launchedSeconds.slice(0, count),
    readySeconds: table.readySeconds.slice(0, count),
    busyVcpuSeconds: table.backgroundVcpuSeconds
      .slice(0, count)
      .map((seconds, instance) => table.work[(instance << 3) | work.busyVcpuSeconds] + seconds),
    startupVcpuSeconds: table.startupVcpuSeconds.slice(0, count),
    networkBytes: table.networkBytes.slice(0, count),
    answered: table.answered.slice(0, count),
    inside: table.inside.slice(0, count),
    queued: table.queued.slice(0, count),
    memoryBytes: table.memoryBytes.slice(0, count),
    answers: counters.answers.slice(),
    errors: counters.errors.slice(),
    limited: counters.limited.slice(),
    latencies: counters.latencies,
    latencyTotals: counters.latencyTotals,
    desired: counters.desired,
    models: counters.models,
    grades: counters.grades,
  };
}

/** Whether an instance is the same as at the begin of the window. */
export function isSameInstance(instance: number, { now, base }: Window): boolean {
  return base !== undefined && instance < base.serial.length && base.serial[instance] === now.serial[instance];
}

/** A counter's growth from `base` to `now` for one instance; what the base did not know yet counts from 0. */
export function growthOf(
  column: 'busyVcpuSeconds' | 'startupVcpuSeconds' | 'networkBytes' | 'answered',
  instance: number,
  now: CounterSnapshot,
  base: CounterSnapshot | undefined,
): number {
  const isSame = isSameInstance(instance, { now, base });
  return now[column][instance] - (isSame ? (base?.[column][instance] ?? 0) : 0);
}
