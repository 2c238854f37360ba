import { type Canvas } from './canvas.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
interface Detail {
    /** The first row names its lines. */
    readonly isFirst: boolean;
    /** Draws places to point at for every change too. */
    readonly isInteractive: boolean;
}
/** Needed, desired and ready instances of one policy: hatched where it is short, pale where capacity is idle. */
export declare function drawInstancesRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, { isFirst, isInteractive }: Detail): any;
export {};
