const POINT_COUNT = 2000;
/** More stages than this nobody reads. */
const STAGE_LIMIT = 200;
const FIRST_TOLERANCE_RATIO = 0.002;
/** Steps that people can read; the longest below a two-thousandth of the span is taken. */
const gridSteps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];
/** Approximates an open source over a span; its arrivals are counted where it has no curve (a row per request). */
export function approximateCurve(source, { fromSeconds, toSeconds }) {
    const lengthSeconds = toSeconds - fromSeconds;
    const wanted = gridSteps.findLast((step) => step <= lengthSeconds / POINT_COUNT) ?? gridSteps[0];
    const count = Math.max(1, Math.floor(lengthSeconds / wanted));
    // The grid ends with the span.
    const gridSeconds = lengthSeconds / count;
    const halves = arrivalsOf(source, { fromSeconds, cellSeconds: gridSeconds / 2, count: 2 * count });
    const points = Array.from({ length: count + 1 }, (_, index) => rateAround(halves, index, gridSeconds));
    const peakPerSecond = points.reduce((most, rate) => Math.max(most, rate), 0);
    const kept = fewPoints(points, peakPerSecond);
    const stages = kept.slice(1).map((index, position) => ({
        durationSeconds: (index - kept[position]) * gridSeconds,
        ratePerSecond: points[index],
    }));
    const total = halves.reduce((sum, arrivals) => sum + arrivals, 0);
    return {
        startRate: points[0],
        stages,
        worstErrorRatio: peakPerSecond === 0 ? 0 : worstMiss(points, kept) / peakPerSecond,
        totalErrorRatio: total === 0 ? 0 : areaOf(points[0], stages) / total - 1,
        peakPerSecond,
        gridSeconds,
    };
}
/** Expected arrivals in each cell, or those that happen. */
function arrivalsOf(source, { fromSeconds, cellSeconds, count }) {
    const cells = new Float64Array(count);
    const { rate } = source;
    if (rate !== undefined) {
        for (let cell = 0; cell < count; cell++) {
            const begin = fromSeconds + cell * cellSeconds;
            cells[cell] = rate.integral(begin, begin + cellSeconds);
        }
        return cells;
    }
    // A trace ends with the run, so this does, too.
    for (let at = source.nextArrivalSeconds(); Number.isFinite(at); at = source.nextArrivalSeconds()) {
        const cell = Math.floor((at - fromSeconds) / cellSeconds);
        if (cell >= 0 && cell < count)
            cells[cell]++;
    }
    return cells;
}
/** Mean rate from half a step before a point to half a step after it. */
function rateAround(halves, index, gridSeconds) {
    const before = index === 0 ? undefined : halves[2 * index - 1];
    const after = 2 * index < halves.length ? halves[2 * index] : undefined;
    if (before === undefined || after === undefined)
        return (before ?? after ?? 0) / (gridSeconds / 2);
    return (before + after) / gridSeconds;
}
function fewPoints(points, peak) {
    let tolerance = FIRST_TOLERANCE_RATIO * peak;
    let kept = longestLines(points, tolerance);
    while (kept.length - 1 > STAGE_LIMIT) {
        tolerance *= 1.5;
        kept = longestLines(points, tolerance);
    }
    return kept;
}
/** Indices such that the lines between them miss no point by more than the tolerance. */
function longestLines(points, tolerance) {
    const kept = [0];
    let from = 0;
    while (from < points.length - 1) {
        // Slopes that pass all points so far; the longest line is the last whose own slope is among them.
        let low = Number.NEGATIVE_INFINITY;
        let high = Number.POSITIVE_INFINITY;
        let best = from + 1;
        for (let to = from + 1; to < points.length && low <= high; to++) {
            const rise = points[to] - points[from];
            const slope = rise / (to - from);
            if (slope >= low && slope <= high)
                best = to;
            low = Math.max(low, (rise - tolerance) / (to - from));
            high = Math.min(high, (rise + tolerance) / (to - from));
        }
        kept.push(best);
        from = best;
    }
    return kept;
}
function worstMiss(points, kept) {
    let worst = 0;
    for (let position = 1; position < kept.length; position++) {
        const [from, to] = [kept[position - 1], kept[position]];
        for (let index = from; index <= to; index++) {
            const line = points[from] + ((points[to] - points[from]) * (index - from)) / (to - from);
            worst = Math.max(worst, Math.abs(line - points[index]));
        }
    }
    return worst;
}
function areaOf(startRate, stages) {
    let area = 0;
    let rate = startRate;
    for (const { durationSeconds, ratePerSecond } of stages) {
        area += ((rate + ratePerSecond) / 2) * durationSeconds;
        rate = ratePerSecond;
    }
    return area;
}
