import { openStream } from '../../random/keyedStream.js';
import type { Stream } from '../../random/stream.js';

/** A setting: [axis] index of its value. */
export type Point = readonly number[];

/** Which settings a search begins with. */
interface PlannedPoints {
  /** Every combination, or a sample that local steps go on from. */
  readonly kind: 'full' | 'sample';
  readonly combinationCount: number;
  readonly points: readonly Point[];
}

/** Combinations up to which all are tried. */
const fullFactorialMost = 200;

interface Plan {
  /** [axis] how many values it has, each at least 1. */
  readonly counts: readonly number[];
  /** Settings that the runs suffice for, at least 1. */
  readonly most: number;
  readonly seed: number;
}

/**
 * All combinations of the values, the last axis turning fastest; where they are more than 200 or more than `most`, a Latin
 * hypercube of `most` of them.
 *
 * @see McKay, Beckman and Conover (1979): each axis is cut into as many strata as there are settings, and each stratum is used
 *   once. Deviation: values are few, so that several strata share one, and a setting that comes up twice is taken once.
 */
export function planPoints({ counts, most, seed }: Plan): PlannedPoints {
  const combinationCount = counts.reduce((product, count) => product * count, 1);
  if (combinationCount <= Math.min(fullFactorialMost, most))
    return { kind: 'full', combinationCount, points: allPoints(counts) };
  const stream = openStream({ seed, replication: 0, owner: 'tune', purpose: 'latin-hypercube' });
  const size = Math.min(fullFactorialMost, most);
  const columns = counts.map((count) =>
    shuffled(size, stream).map((stratum) => Math.floor(((stratum + stream.uniform()) / size) * count)),
  );
  const points = Array.from({ length: size }, (_, row) => columns.map((column) => column[row]));
  return { kind: 'sample', combinationCount, points: withoutDoubles(points) };
}

/** A text that tells settings apart. */
export function pointKey(point: Point): string {
  return point.join(',');
}

/** Settings one step away along one axis, in the order of the axes. */
export function neighbours(point: Point, counts: readonly number[]): Point[] {
  return counts.flatMap((count, axis) =>
    [point[axis] - 1, point[axis] + 1]
      .filter((index) => index >= 0 && index < count)
      .map((index) => point.map((own, other) => (other === axis ? index : own))),
  );
}

function allPoints(counts: readonly number[]): Point[] {
  let points: number[][] = [[]];
  for (const count of counts)
    points = points.flatMap((point) => Array.from({ length: count }, (_, index) => [...point, index]));
  return points;
}

function withoutDoubles(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [pointKey(point), point])).values()];
}

/** 0..size - 1 in random order (Fisher and Yates). */
function shuffled(size: number, stream: Stream): number[] {
  const order = Array.from({ length: size }, (_, index) => index);
  for (let last = size - 1; last > 0; last--) {
    const other = stream.below(last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
