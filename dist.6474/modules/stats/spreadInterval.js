import { drawnQuantile, studentisedMeans } from './bootstrapT.js';
import { Moments } from './moments.js';
import { studentQuantile } from './studentT.js';
/** Fewer different resamples than this many runs give leave no tails to read. */
const leastBootstrapRuns = 5;
/** Above this share of all squared distances, the interval is the story of one run. */
const oneRunShare = 0.8;
/** Where no more runs than these differ from all others, what differs is known from too few. */
const fewRuns = 3;
/**
 * The mean over independent runs and where the true mean lies, by the rule of the measure's kind.
 *
 * Rules work on the scale on which the error of the mean is about symmetric (t on the log-odds of the mean share, on the log of
 * the mean count), or read its shape from resamples. All are about the mean itself. The mean of transformed runs would be about
 * another number: of shares with a bad run in five, a t-interval on the runs' own log-odds holds the true mean in 17 % of cases.
 * @param values one per run; values inside one run are correlated and must not be passed
 * @see docs/decisions/006-verdicts-and-intervals.md
 */
export function spreadInterval(values, spread, confidence = 0.95) {
    const moments = new Moments();
    for (const value of values)
        moments.add(value);
    const { mean, variance, count: n } = moments;
    if (mean === undefined)
        return { mean: null, low: null, high: null, n, isAbout: false };
    if (variance === undefined)
        return { mean, low: null, high: null, n, isAbout: false };
    if (values.every((value) => value === values[0])) {
        // No event in n runs: at most 3 / n a run at 95 % (rule of three).
        const high = spread.kind === 'count' && values[0] === 0 ? -Math.log(1 - confidence) / n : values[0];
        return { mean: values[0], low: values[0], high, n, isAbout: false };
    }
    const t = studentQuantile({ probability: (1 + confidence) / 2, degreesOfFreedom: n - 1 });
    const bounds = rules[spread.kind]({
        values,
        mean,
        standardError: Math.sqrt(variance / n),
        t,
        confidence,
        spread,
    });
    return {
        mean,
        low: Math.max(spread.least, bounds.low),
        high: Math.min(spread.most, bounds.high),
        n,
        isAbout: bounds.isAbout === true || restsOnFewRuns(values, mean),
    };
}
const rules = {
    plain: plainBounds,
    share: ({ mean, standardError, t, ...rest }) => {
        if (mean <= 0 || mean >= 1)
            return plainBounds({ mean, standardError, t, ...rest });
        const centre = Math.log(mean / (1 - mean));
        const reach = (t * standardError) / (mean * (1 - mean));
        return { low: 1 / (1 + Math.exp(reach - centre)), high: 1 / (1 + Math.exp(-reach - centre)) };
    },
    count: logBounds,
    skewed: bootstrapBounds,
};
function plainBounds({ mean, standardError, t }) {
    return { low: mean - t * standardError, high: mean + t * standardError };
}
/** On the scale of logarithms; a mean that is not positive has none. */
function logBounds(sample) {
    const { mean, standardError, t } = sample;
    if (mean <= 0)
        return plainBounds(sample);
    const factor = Math.exp((t * standardError) / mean);
    return Number.isFinite(factor) ? { low: mean / factor, high: mean * factor } : plainBounds(sample);
}
/** Bootstrap-t; a side on which the draws have no end, because most runs are equal, takes the farthest draw that has one. */
function bootstrapBounds(sample) {
    const { values, mean, standardError, confidence } = sample;
    const plain = plainBounds(sample);
    if (values.length < leastBootstrapRuns)
        return { ...plain, isAbout: true };
    const sorted = studentisedMeans(values);
    const bound = (probability) => mean - drawnQuantile(sorted, probability) * standardError;
    const [low, high] = [bound((1 + confidence) / 2), bound((1 - confidence) / 2)];
    // A bound beyond what is possible, where no run comes near it, is cut off: no 95 % are left on that side.
    const isCut = low < sample.spread.least && values.every((value) => value > sample.spread.least);
    if (Number.isFinite(low) && Number.isFinite(high))
        return { low, high, isAbout: isCut };
    const finite = sorted.filter(Number.isFinite);
    const [first, last] = [finite[0] ?? 0, finite[finite.length - 1] ?? 0];
    return {
        low: Number.isFinite(low) ? low : Math.min(plain.low, mean - last * standardError),
        high: Number.isFinite(high) ? high : Math.max(plain.high, mean - first * standardError),
        isAbout: true,
    };
}
/** Whether one run makes nearly all of the spread, or all runs but a few are equal. */
function restsOnFewRuns(values, mean) {
    if (values.length < leastBootstrapRuns)
        return false;
    const squares = values.map((value) => (value - mean) ** 2);
    const sum = squares.reduce((total, one) => total + one, 0);
    // 1e-9: with one run that differs of five, its share is exactly 0.8 up to rounding.
    if (Math.max(...squares) >= (oneRunShare - 1e-9) * sum)
        return true;
    const counts = new Map();
    for (const value of values)
        counts.set(value, (counts.get(value) ?? 0) + 1);
    const most = Math.max(...counts.values());
    return most > values.length / 2 && values.length - most <= fewRuns;
}
