/**
 * One series divided by another, at the instants of the divisor that are above 0.
 *
 * @param isSparse where nothing is recorded above, nothing was to be counted: 0
 */
export function quotient(above, below, isSparse) {
    const seconds = [];
    const values = [];
    const tolerance = (below.stepSeconds ?? 0) / 2;
    for (let index = 0, at = 0; index < below.points.seconds.length; index++) {
        const second = below.points.seconds[index];
        while (at + 1 < above.seconds.length &&
            Math.abs(above.seconds[at + 1] - second) <= Math.abs(above.seconds[at] - second))
            at++;
        const isThere = above.seconds.length > 0 && Math.abs(above.seconds[at] - second) <= tolerance;
        if (below.points.values[index] <= 0 || !(isThere || isSparse))
            continue;
        seconds.push(second);
        values.push((isThere ? above.values[at] : 0) / below.points.values[index]);
    }
    return { seconds: Float64Array.from(seconds), values: Float64Array.from(values) };
}
