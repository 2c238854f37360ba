import * as Plot from '@observablehq/plot';
import { baseOptions } from './canvas.js';
import { timeTicks } from './ticks.js';
/** Left and right of every row of the timeline: one scale of time serves all. */
export const timelineMargin = { left: 38, right: 20 };
/** Fewer ready than needed: a pattern of the page (`hatchHtml`), since red means that users waited. */
export const shortFill = 'url(#short)';
/** The pattern itself, once a page. */
export const hatchHtml = '<svg width="0" height="0" style="position:absolute" aria-hidden="true"><defs><pattern id="short" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--ink)" fill-opacity=".1"/><path d="M0,0V5" stroke="var(--ink)" stroke-width="2.4"/></pattern></defs></svg>';
/** How many times fit on the axis of this width. */
export function timeTickCount(width) {
    return Math.max(3, Math.floor(width / 95));
}
/** Options of a row: shared scale of time, no axis of its own. */
export function rowOptions(canvas, view, size) {
    return {
        ...baseOptions(canvas),
        height: size.height,
        marginTop: size.top,
        marginBottom: size.bottom,
        marginLeft: timelineMargin.left,
        marginRight: timelineMargin.right,
        x: { domain: [view.fromSeconds, view.untilSeconds], axis: null },
    };
}
/** Fault bands that bridge the gaps between the rows, and the lines of the time axis. */
export function rowGround(data, canvas, view, size) {
    const { ticks } = timeTicks(view.fromSeconds, view.untilSeconds, timeTickCount(canvas.width), data.start);
    const faults = data.faults
        .filter(({ fromSeconds, untilSeconds }) => untilSeconds >= view.fromSeconds && fromSeconds <= view.untilSeconds)
        .map((fault) => ({
        ...fault,
        fromSeconds: Math.max(fault.fromSeconds, view.fromSeconds),
        untilSeconds: Math.min(fault.untilSeconds, view.untilSeconds),
    }));
    const lasting = faults.filter(({ fromSeconds, untilSeconds }) => untilSeconds > fromSeconds);
    const instant = faults.filter(({ fromSeconds, untilSeconds }) => untilSeconds <= fromSeconds);
    return [
        Plot.rectX(lasting, {
            x1: 'fromSeconds',
            x2: 'untilSeconds',
            insetTop: -size.top,
            // Three pixels more cross the hairline to the row below.
            insetBottom: -size.bottom - 3,
            fill: 'var(--fault)',
            title: 'label',
        }),
        Plot.ruleX(instant, { x: 'fromSeconds', stroke: 'var(--faultText)', strokeDasharray: '2 2', title: 'label' }),
        Plot.ruleX(ticks, { stroke: 'var(--grid)' }),
    ];
}
/** Samples in view with one more at each side, so that lines run to the frame; [seconds, value]. */
export function samplesInView({ stepSeconds, values }, view) {
    const first = Math.max(0, Math.floor(view.fromSeconds / stepSeconds) - 1);
    const last = Math.min(values.length - 1, Math.ceil(view.untilSeconds / stepSeconds) + 1);
    const points = [];
    for (let step = first; step <= last; step++) {
        // NaN breaks the line where there is no value.
        points.push([step * stepSeconds, values[step] ?? Number.NaN]);
    }
    return points;
}
export const sampleX = ([seconds]) => seconds;
export const sampleY = ([, value]) => value;
