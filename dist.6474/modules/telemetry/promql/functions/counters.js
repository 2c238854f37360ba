/**
 * Growth of a counter over a span, or the change of a gauge, extended to the ends of the span.
 *
 * Problem: samples lie somewhere within the span. Idea: the change between the first and the last is stretched to the
 * ends where samples can be expected there (closer than 1.1 mean distances), else by half a distance; a counter is not
 * stretched below zero. Resets add what was lost. Source: extrapolatedRate of Prometheus, promql/functions.go. Without deviation.
 */
export function extrapolated({ points }, { fromSeconds, toSeconds }, { isCounter, isRate }) {
    if (points.length < 2)
        return undefined;
    const [firstAt, first] = points[0];
    const [lastAt, last] = points[points.length - 1];
    let change = last - first;
    if (isCounter) {
        for (let index = 1; index < points.length; index++) {
            if (points[index][1] < points[index - 1][1])
                change += points[index - 1][1];
        }
    }
    const sampledSeconds = lastAt - firstAt;
    const meanSeconds = sampledSeconds / (points.length - 1);
    const expectedWithin = meanSeconds * 1.1;
    const endSeconds = (distance) => (distance >= expectedWithin ? meanSeconds / 2 : distance);
    let startSeconds = endSeconds(firstAt - fromSeconds);
    if (isCounter && change > 0 && first >= 0)
        startSeconds = Math.min(startSeconds, sampledSeconds * (first / change));
    const stretched = sampledSeconds + startSeconds + endSeconds(toSeconds - lastAt);
    const result = change * (stretched / sampledSeconds);
    return isRate ? result / (toSeconds - fromSeconds) : result;
}
/** Between the last two samples: `irate` and `idelta`. */
export function instantChange({ points }, isRate) {
    if (points.length < 2)
        return undefined;
    const [before, now] = points.slice(-2);
    const isReset = now[1] < before[1];
    const change = isRate && isReset ? now[1] : now[1] - before[1];
    return isRate ? change / (now[0] - before[0]) : change;
}
/** Slope of the least squares through all points, per second. */
export function slope({ points }) {
    if (points.length < 2)
        return undefined;
    const [origin] = points[0];
    const count = points.length;
    let [sumX, sumY, sumXY, sumXX] = [0, 0, 0, 0];
    for (const [at, value] of points) {
        const x = at - origin;
        sumX += x;
        sumY += value;
        sumXY += x * value;
        sumXX += x * x;
    }
    return (sumXY - (sumX * sumY) / count) / (sumXX - (sumX * sumX) / count);
}
