import type { InstanceTable } from './instanceTable.js';
import * as work from './work.js';

/** Work done by the instances of a fleet since the run began. */
export interface WorkTotals {
  busyVcpuSeconds: number;
  /** Processor time that burned beside requests: at ready and draining instances, and at starting ones. */
  backgroundVcpuSeconds: number;
  startupVcpuSeconds: number;
  /** Life of all instances but for their pauses. */
  runningSeconds: number;
  /** Requests that took a slot. */
  begunCount: number;
  slotSeconds: number;
  servingSeconds: number;
}

/** Totals of no work. */
export function noWork(): WorkTotals {
  return {
    busyVcpuSeconds: 0,
    backgroundVcpuSeconds: 0,
    startupVcpuSeconds: 0,
    runningSeconds: 0,
    begunCount: 0,
    slotSeconds: 0,
    servingSeconds: 0,
  };
}

/** Adds what one instance did, whose columns hold as of now. */
export function addWork(totals: WorkTotals, table: InstanceTable, instance: number, nowSeconds: number): void {
  const pausedSince = table.pausedSinceSeconds[instance];
  const pausedSeconds = table.pausedSeconds[instance] + (Number.isNaN(pausedSince) ? 0 : nowSeconds - pausedSince);
  totals.busyVcpuSeconds += table.work[(instance << 3) | work.busyVcpuSeconds];
  totals.backgroundVcpuSeconds += table.backgroundVcpuSeconds[instance] - table.startupVcpuSeconds[instance];
  totals.startupVcpuSeconds += table.startupVcpuSeconds[instance];
  totals.runningSeconds += nowSeconds - table.launchedSeconds[instance] - pausedSeconds;
  totals.begunCount += table.begun[instance];
  totals.slotSeconds += table.work[(instance << 3) | work.slotSeconds];
  totals.servingSeconds += table.work[(instance << 3) | work.servingSeconds];
}
