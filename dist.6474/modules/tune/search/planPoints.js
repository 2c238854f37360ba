import { openStream } from '../../random/keyedStream.js';
/** Combinations up to which all are tried. */
const fullFactorialMost = 200;
/**
 * All combinations of the values, the last axis turning fastest; where they are more than 200 or more than `most`, a Latin
 * hypercube of `most` of them.
 *
 * @see McKay, Beckman and Conover (1979): each axis is cut into as many strata as there are settings, and each stratum is used
 *   once. Deviation: values are few, so that several strata share one, and a setting that comes up twice is taken once.
 */
export function planPoints({ counts, most, seed }) {
    const combinationCount = counts.reduce((product, count) => product * count, 1);
    if (combinationCount <= Math.min(fullFactorialMost, most))
        return { kind: 'full', combinationCount, points: allPoints(counts) };
    const stream = openStream({ seed, replication: 0, owner: 'tune', purpose: 'latin-hypercube' });
    const size = Math.min(fullFactorialMost, most);
    const columns = counts.map((count) => shuffled(size, stream).map((stratum) => Math.floor(((stratum + stream.uniform()) / size) * count)));
    const points = Array.from({ length: size }, (_, row) => columns.map((column) => column[row]));
    return { kind: 'sample', combinationCount, points: withoutDoubles(points) };
}
/** A text that tells settings apart. */
export function pointKey(point) {
    return point.join(',');
}
/** Settings one step away along one axis, in the order of the axes. */
export function neighbours(point, counts) {
    return counts.flatMap((count, axis) => [point[axis] - 1, point[axis] + 1]
        .filter((index) => index >= 0 && index < count)
        .map((index) => point.map((own, other) => (other === axis ? index : own))));
}
function allPoints(counts) {
    let points = [[]];
    for (const count of counts)
        points = points.flatMap((point) => Array.from({ length: count }, (_, index) => [...point, index]));
    return points;
}
function withoutDoubles(points) {
    return [...new Map(points.map((point) => [pointKey(point), point])).values()];
}
/** 0..size - 1 in random order (Fisher and Yates). */
function shuffled(size, stream) {
    const order = Array.from({ length: size }, (_, index) => index);
    for (let last = size - 1; last > 0; last--) {
        const other = stream.below(last + 1);
        [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
}
