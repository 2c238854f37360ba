import type { Canvas } from './canvas.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
/** Latency of one policy on a log scale; red while its requests were above the SLO, whatever the curve does. */
export declare function drawLatencyRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean): any;
