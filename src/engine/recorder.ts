import * as rank from '../kernel/rank.js';
import type { ServiceRecord } from '../results/serviceRecord.js';
import type { Assembly } from './assemble.js';
import { RecordedFleetLog } from './recorderLogs.js';
import { burnedVcpuSeconds } from './totals/serviceWork.js';

/** Plans the edges of every grid: the processor time of a bin is the difference between two of them. */
export function planRecording({ input, services, calendar, recording }: Assembly): void {
  const { record } = input;
  const fleet = services.find(({ name }) => name === record?.service)?.fleet;
  if (record === undefined || recording === undefined || fleet === undefined) return;
  const burned = () => burnedVcpuSeconds(fleet.peekWorkTotals());
  for (const [index, edges] of record.gridEdges.entries()) {
    const grid = recording[index];
    let burnedBefore = 0;
    const plan = (edge: number): void => {
      if (edge >= edges.length) return;
      calendar.at(edges[edge], rank.record, () => {
        const burnedNow = burned();
        if (edge === 0) grid.begin();
        else grid.close(Math.max(0, burnedNow - burnedBefore) / (edges[edge] - edges[edge - 1]));
        burnedBefore = burnedNow;
        plan(edge + 1);
      });
    };
    plan(0);
  }
}

/** What the recorder of a finished run has. */
export function recordOf({ services, recording, input: { record } }: Assembly): ServiceRecord | undefined {
  const log = services.find(({ name }) => name === record?.service)?.fleetLog;
  if (recording === undefined || !(log instanceof RecordedFleetLog)) return undefined;
  return { lives: log.lives, grids: recording.map(({ bins }) => bins) };
}
