import * as Plot from '@observablehq/plot';
import { compactNumber, textWidth } from './canvas.js';
import { rowGround, rowOptions, shortFill, timelineMargin } from './timelineFrame.js';
const size = { height: 124, top: 20, bottom: 6 };
/** Needed, desired and ready instances of one policy: hatched where it is short, pale where capacity is idle. */
export function drawInstancesRow(data, row, canvas, view, { isFirst, isInteractive }) {
    const segments = segmentsInView(row, view);
    const step = countStep(data.countMax);
    const ticks = Array.from({ length: Math.floor(data.countMax / step) + 1 }, (_, index) => index * step);
    const steps = { x: 't', curve: 'step-after', clip: true };
    return Plot.plot({
        ...rowOptions(canvas, view, size),
        y: { domain: [0, data.countMax] },
        marks: [
            ...rowGround(data, canvas, view, size),
            Plot.ruleY(ticks, { stroke: 'var(--grid)' }),
            Plot.axisY(ticks, { tickFormat: compactNumber, tickSize: 0, label: null }),
            Plot.areaY(segments, {
                ...steps,
                y1: 'needed',
                y2: ({ needed, ready }) => Math.max(needed, ready),
                fill: row.color,
                fillOpacity: 0.15,
            }),
            Plot.areaY(segments, {
                ...steps,
                y1: ({ needed, ready }) => Math.min(needed, ready),
                y2: 'needed',
                fill: shortFill,
            }),
            Plot.lineY(segments, {
                ...steps,
                y: ({ desired }) => Math.min(desired, data.countMax),
                stroke: row.color,
                strokeWidth: 1.1,
                strokeDasharray: '1.5 2',
            }),
            Plot.lineY(segments, { ...steps, y: 'ready', stroke: row.color, strokeWidth: 1.8 }),
            Plot.lineY(segments, { ...steps, y: 'needed', stroke: 'var(--ink)', strokeWidth: 1.1 }),
            ...boundMarks(row, data, view),
            ...(isFirst ? nameMarks(segments, row, data, { view, canvas }) : []),
            cornerMark(cornerText(row, isFirst)),
            ...eventMarks(row, canvas, view, {
                countMax: isInteractive ? data.countMax : undefined,
                takenPixels: textWidth(cornerText(row, isFirst)) + 10,
            }),
        ],
    });
}
function segmentsInView({ changes }, { fromSeconds, untilSeconds }) {
    const after = changes.findIndex(([t]) => t > fromSeconds);
    const first = after === -1 ? changes.length - 1 : Math.max(0, after - 1);
    const segments = [];
    for (const [t, needed, ready, desired] of changes.slice(Math.max(0, first))) {
        if (t > untilSeconds)
            break;
        segments.push({ t: Math.max(t, fromSeconds), needed: needed ?? Number.NaN, ready, desired });
    }
    const last = segments.at(-1);
    return last === undefined ? [] : [...segments, { ...last, t: untilSeconds }];
}
function countStep(countMax) {
    const wanted = countMax / 3.4;
    const size = 10 ** Math.floor(Math.log10(Math.max(wanted, 1)));
    return [1, 2, 5, 10].map((digit) => digit * size).find((step) => step >= wanted) ?? 10 * size;
}
/** `instances, max 20`: the bounds are the policy's own. */
function cornerText({ bounds }, isFirst) {
    const max = bounds === null ? '' : `max ${bounds.max}`;
    return [isFirst ? 'instances' : '', max].filter((text) => text !== '').join(', ');
}
function cornerMark(text) {
    if (text === '')
        return null;
    return Plot.text([text], {
        frameAnchor: 'top-left',
        text: (one) => one,
        dx: 5,
        dy: -12,
        fill: 'var(--ink3)',
        fontSize: 11.5,
    });
}
/** The policy's own maximum as a dashed line, in ink where something held it back; at the top where the line is off the scale. */
function boundMarks({ bounds, held }, { countMax }, view) {
    const spells = held.flatMap(([from, until]) => until < view.fromSeconds || from > view.untilSeconds
        ? []
        : [[Math.max(from, view.fromSeconds), Math.min(until, view.untilSeconds)]]);
    const isOnScale = bounds !== null && bounds.max <= countMax;
    const y = isOnScale ? bounds.max : countMax;
    return [
        isOnScale ? Plot.ruleY([bounds.max], { stroke: 'var(--ink2)', strokeDasharray: '5 3', strokeWidth: 1 }) : null,
        Plot.ruleY(spells, {
            y: () => y,
            x1: ([from]) => from,
            x2: ([, until]) => until,
            stroke: 'var(--ink)',
            strokeWidth: 3,
        }),
    ];
}
/** `ready`, `idle` and `needed` at the widest plateau outside faults. */
function nameMarks(segments, row, data, { view, canvas }) {
    const plateau = widestPlateau(segments, data);
    const inner = canvas.width - timelineMargin.left - timelineMargin.right;
    const seconds = view.untilSeconds - view.fromSeconds;
    if (plateau === undefined || plateau.seconds < seconds * 0.05)
        return [];
    // Beside the frame stand the counts of the axis.
    const pixel = ((plateau.center - view.fromSeconds) / seconds) * inner;
    if (pixel < namePixels || pixel > inner - namePixels)
        return [];
    const place = { x: 't', textAnchor: 'middle', stroke: 'var(--bg)', strokeWidth: 3 };
    const label = (text, y, dy, options) => Plot.text([{ t: plateau.center, y }], { ...place, y: 'y', text: () => text, dy, ...options });
    // At the top of the frame its left corner is taken.
    const isInCorner = plateau.ready > data.countMax * 0.8 && pixel < textWidth(cornerText(row, true)) + 10 + namePixels;
    const hasIdle = plateau.ready - plateau.needed >= data.countMax * (isInCorner ? 0.5 : 0.22);
    return [
        label('ready', plateau.ready, isInCorner ? 9 : -9, { fill: row.color, fontWeight: 600 }),
        Number.isNaN(plateau.needed) || plateau.needed < data.countMax * 0.14
            ? null
            : label('needed', plateau.needed, 9, { fill: 'var(--ink)', fontWeight: 600 }),
        hasIdle ? label('idle', (plateau.ready + plateau.needed) / 2, 0, { fill: row.color, strokeWidth: 0 }) : null,
    ];
}
function widestPlateau(segments, { faults, countMax }) {
    let best;
    for (const [index, { t, needed, ready }] of segments.entries()) {
        const until = segments[index + 1]?.t ?? t;
        const isFaulty = faults.some(({ fromSeconds, untilSeconds }) => fromSeconds < until && untilSeconds > t);
        if (isFaulty || ready < needed)
            continue;
        const gap = Number.isNaN(needed) ? 0 : Math.min(ready - needed, countMax * 0.3);
        const score = (until - t) * (0.05 * countMax + gap + 0.2 * (needed || 0));
        if (best === undefined || score > best.score)
            best = { center: (t + until) / 2, seconds: until - t, score, ready, needed };
    }
    return best;
}
/** Half of the longest name. */
const namePixels = 26;
/** Reversals as diamonds on the frame's top, held back decisions as hollow squares under them; all in ink, no policy's hue. */
function eventMarks({ marks }, canvas, view, { countMax, takenPixels }) {
    const inView = marks.filter(({ timeSeconds }) => timeSeconds >= view.fromSeconds && timeSeconds <= view.untilSeconds);
    const reversals = clustered(inView.filter(({ type }) => type === 'reversal'), canvas, view);
    const held = clustered(inView.filter(({ type }) => type === 'held'), canvas, view);
    const inner = canvas.width - timelineMargin.left - timelineMargin.right;
    const toPixel = (seconds) => ((seconds - view.fromSeconds) / (view.untilSeconds - view.fromSeconds)) * inner;
    const place = { x: 'timeSeconds', frameAnchor: 'top', title: 'title' };
    return [
        Plot.dot(reversals, { ...place, symbol: 'diamond', r: 3.6, fill: 'var(--ink)', dy: -9 }),
        Plot.text(reversals.filter(({ countText, timeSeconds }) => countText !== '' && toPixel(timeSeconds) > takenPixels), { x: 'timeSeconds', frameAnchor: 'top', text: 'countText', dy: -12, dx: 6, textAnchor: 'start', fontSize: 11.5 }),
        Plot.dot(held, {
            ...place,
            symbol: 'square',
            r: 2.6,
            stroke: 'var(--ink)',
            strokeWidth: 1.1,
            fill: 'var(--bg)',
            dy: 2,
        }),
        countMax === undefined
            ? null
            : Plot.dot(inView.filter(({ type }) => type === 'change').slice(0, 400), {
                x: 'timeSeconds',
                y: ({ count }) => Math.min(count, countMax),
                r: 5,
                fill: 'var(--ink)',
                fillOpacity: 0,
                stroke: null,
                title: 'title',
            }),
    ];
}
/** Above this many in view, or one in fourteen pixels, marks closer than eight pixels become one with their count. */
const marksMax = 40;
const pixelsPerMark = 14;
function clustered(marks, { width }, view) {
    const inner = width - timelineMargin.left - timelineMargin.right;
    if (marks.length <= Math.min(marksMax, inner / pixelsPerMark))
        return marks.map((mark) => ({ ...mark, countText: '' }));
    const bucketSeconds = ((view.untilSeconds - view.fromSeconds) / inner) * 8;
    const buckets = new Map();
    for (const mark of marks) {
        const bucket = Math.floor(mark.timeSeconds / bucketSeconds);
        buckets.set(bucket, [...(buckets.get(bucket) ?? []), mark]);
    }
    return [...buckets.values()].map(([first, ...more]) => ({
        ...first,
        title: more.length === 0 ? first.title : `${more.length + 1} at about this time; the first: ${first.title}`,
        countText: more.length === 0 || buckets.size > inner / 30 ? '' : String(more.length + 1),
    }));
}
