import { type Canvas } from './canvas.js';
import type { TimelineData, View } from './timelineData.js';
/** The offered rate, with the axis of time on top. */
export declare function drawTrafficRow(data: TimelineData, canvas: Canvas, view: View): any;
