import type { Canvas } from './canvas.js';
import type { TimelineData, TimelineRow, View } from './timelineData.js';
/** How requests fail, from the bottom up, each fainter than the one below it. */
export declare const failureKinds: readonly [{
    readonly key: 'failed';
    readonly text: 'failed';
    readonly opacity: 0.95;
}, {
    readonly key: 'rejected';
    readonly text: 'rejected (shed)';
    readonly opacity: 0.55;
}, {
    readonly key: 'timedOut';
    readonly text: 'timed out or gave up';
    readonly opacity: 0.25;
}];
/** Share of one policy's requests that failed, were rejected or timed out, on the scale of all policies. */
export declare function drawFailureRow(data: TimelineData, row: TimelineRow, canvas: Canvas, view: View, isFirst: boolean): any;
