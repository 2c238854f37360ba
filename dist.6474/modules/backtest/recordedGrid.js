import { sampledStep } from '../results/sampledStep.js';
import { lengthOf } from './stretch.js';
/** Points farther apart than this many steps have a hole between them, as the replay of traces has it. */
const gapFactor = 1.5;
/** Of a series that was noted at changes so many instants are looked at, at most: one a second for five hours. */
const mostInstants = 20_000;
/** What a series covers; one that was noted at changes holds until `endSeconds`. */
export function extentOf(series, endSeconds) {
    const { points } = series;
    const step = sampledStep(series);
    const fromSeconds = points[0]?.[0] ?? 0;
    const lastSeconds = points[points.length - 1]?.[0] ?? fromSeconds;
    return { fromSeconds, toSeconds: step === undefined ? Math.max(lastSeconds, endSeconds) : lastSeconds + step };
}
/** Seconds of a stretch that a sampled series has nothing of. */
export function holeSeconds(series, { fromSeconds, toSeconds }) {
    const step = sampledStep(series);
    if (step === undefined)
        return 0;
    const inside = series.points.map(([seconds]) => seconds).filter((one) => one >= fromSeconds && one < toSeconds);
    const starts = [fromSeconds - step, ...inside, toSeconds];
    return starts
        .slice(1)
        .map((seconds, index) => seconds - starts[index])
        .reduce((sum, distance) => sum + (distance > gapFactor * step ? distance - step : 0), 0);
}
/** The value that holds at each instant of a grid: the recorder's own points, or every second between changes. */
export function samplesOf(series, stretch) {
    const { points } = series;
    if (sampledStep(series) !== undefined) {
        const inside = points.filter(([at]) => at >= stretch.fromSeconds && at < stretch.toSeconds);
        return { seconds: inside.map(([at]) => at), values: inside.map(([, value]) => value) };
    }
    const stepSeconds = Math.max(1, Math.ceil(lengthOf(stretch) / mostInstants));
    const seconds = [];
    const values = [];
    let next = 0;
    for (let at = stretch.fromSeconds; at < stretch.toSeconds; at += stepSeconds) {
        while (next < points.length && points[next][0] <= at)
            next++;
        if (next === 0)
            continue;
        seconds.push(at);
        values.push(points[next - 1][1]);
    }
    return { seconds, values };
}
/** Each point as the bin until the next; what is not wholly inside the stretch is left out. */
export function binsOf(series, stretch) {
    const { points, stepSeconds } = series;
    const step = sampledStep(series);
    const edges = [];
    const values = [];
    for (const [index, [from, value]] of points.entries()) {
        const next = points[index + 1]?.[0] ?? from + (step ?? stepSeconds ?? 0);
        const until = step === undefined || next - from <= gapFactor * step ? next : from + step;
        if (from < stretch.fromSeconds || until > stretch.toSeconds || until <= from)
            continue;
        if (edges.length > 0 && edges[edges.length - 1] < from) {
            edges.push(from);
            values.push(null);
        }
        if (edges.length === 0)
            edges.push(from);
        edges.push(until);
        values.push(value);
    }
    return { edges, values };
}
/** The value of a series that holds at an instant; undefined before its first point. */
export function valueAt({ points }, seconds) {
    let low = 0;
    let high = points.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (points[middle][0] <= seconds)
            low = middle + 1;
        else
            high = middle;
    }
    return points[low - 1]?.[1];
}
