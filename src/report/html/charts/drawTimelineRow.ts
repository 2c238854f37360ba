import type { Canvas } from './canvas.js';
import { drawFailureRow } from './failureRow.js';
import { drawInstancesRow } from './instancesRow.js';
import { drawKeptOutRow } from './keptOutRow.js';
import { drawLatencyRow } from './latencyRow.js';
import { drawNodesRow } from './nodesRow.js';
import { drawShareRow } from './shareRow.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
import { drawTokenRows } from './tokenRows.js';
import { drawTrafficRow } from './trafficRow.js';

/** The pieces of a timeline, from top to bottom: the traffic, then each policy's panels. */
export function drawTimelineRow(
  data: TimelineData,
  row: number | 'traffic',
  canvas: Canvas,
  view: View,
  { isInteractive }: { readonly isInteractive: boolean },
) {
  if (row === 'traffic') return [drawTrafficRow(data, canvas, view)];
  const policy = data.rows[row];
  const isFirst = row === 0;
  return [
    drawInstancesRow(data, policy, canvas, view, { isFirst, isInteractive }),
    ...(data.keptOutKinds === undefined ? [] : [drawKeptOutRow(data, policy, canvas, view, isFirst)]),
    ...(data.nodeMax === undefined ? [] : [drawNodesRow(data, policy, canvas, view, isFirst)]),
    ...(!hasLatencyRow(data) ? [] : [drawLatencyRow(data, policy, canvas, view, isFirst)]),
    ...drawTokenRows(data, policy, canvas, view, isFirst),
    ...(data.failureMax === null ? [] : [drawFailureRow(data, policy, canvas, view, isFirst)]),
    ...(data.hasCpu ? [drawShareRow(data, cpuOf(policy, isFirst), canvas, view)] : []),
  ];
}

function cpuOf({ cpu: samples, color }: TimelineRow, isFirst: boolean) {
  return { samples, color, name: isFirst ? 'cpu, %' : undefined };
}

/** Where nothing was answered, the time above the SLO still needs its place. */
function hasLatencyRow({ latencyDomain, rows }: TimelineData): boolean {
  return latencyDomain !== null || rows.some(({ aboveSlo }) => aboveSlo.length > 0);
}
