import type { Canvas } from './canvas.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
/** Utilization of one policy's ready instances, 0 to 100 %. */
export declare function drawCpuRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean): any;
