import type { Canvas } from './canvas.js';
import type { TimelineData, View } from './timelineData.js';
/** The pieces of a timeline, from top to bottom: the traffic, then each policy's panels. */
export declare function drawTimelineRow(data: TimelineData, row: number | 'traffic', canvas: Canvas, view: View, { isInteractive }: {
    readonly isInteractive: boolean;
}): any[];
