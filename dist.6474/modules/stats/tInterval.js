import { Moments } from './moments.js';
import { studentQuantile } from './studentT.js';
/**
 * Mean and two-sided t-interval: mean +- t(n - 1, (1 + confidence) / 2) s / sqrt(n).
 *
 * @param values one per independent run; values inside one run are correlated and must not be passed
 * @param confidence 0 < confidence < 1
 * @see Law, "Simulation Modeling and Analysis", section 9.4.1
 */
export function meanInterval(values, confidence = 0.95) {
    const moments = new Moments();
    for (const value of values)
        moments.add(value);
    const { mean, variance, count: n } = moments;
    if (mean === undefined)
        return { mean: null, low: null, high: null, n };
    if (variance === undefined)
        return { mean, low: null, high: null, n };
    const t = variance === 0 ? 0 : studentQuantile({ probability: (1 + confidence) / 2, degreesOfFreedom: n - 1 });
    const halfWidth = t * Math.sqrt(variance / n);
    return { mean, low: mean - halfWidth, high: mean + halfWidth, n };
}
