import { Moments } from './moments.js';
import { studentQuantile } from './studentT.js';
/**
 * Interval of mean(b) - mean(a) over runs that have nothing to do with each other.
 *
 * Welch's approximation: the variances may differ, the degrees of freedom follow from both.
 * @see Welch (1947); Law, "Simulation Modeling and Analysis", section 10.2.2
 */
export function welchDifference({ a, b }, confidence = 0.95) {
    const [first, second] = [momentsOf(a), momentsOf(b)];
    const n = Math.min(first.count, second.count);
    if (first.mean === undefined || second.mean === undefined)
        return { mean: null, low: null, high: null, n };
    const mean = second.mean - first.mean;
    if (first.variance === undefined || second.variance === undefined)
        return { mean, low: null, high: null, n };
    const [errorA, errorB] = [first.variance / first.count, second.variance / second.count];
    const error = errorA + errorB;
    if (error === 0)
        return { mean, low: mean, high: mean, n };
    const degreesOfFreedom = error ** 2 / (errorA ** 2 / (first.count - 1) + errorB ** 2 / (second.count - 1));
    const halfWidth = studentQuantile({ probability: (1 + confidence) / 2, degreesOfFreedom }) * Math.sqrt(error);
    return { mean, low: mean - halfWidth, high: mean + halfWidth, n };
}
function momentsOf(values) {
    const moments = new Moments();
    for (const value of values)
        moments.add(value);
    return moments;
}
