import { QueryError } from './expression.js';
import { extrapolated, instantChange, slope } from './functions/counters.js';
import { histogramQuantile } from './functions/histogramQuantile.js';
import { quantileOf, statistics } from './functions/statistics.js';
import { vectorOf, withoutName } from './vector.js';
/** Of each series of a span one number. */
const ofRanges = {
    rate: (entry, matrix) => extrapolated(entry, matrix, { isCounter: true, isRate: true }),
    increase: (entry, matrix) => extrapolated(entry, matrix, { isCounter: true, isRate: false }),
    delta: (entry, matrix) => extrapolated(entry, matrix, { isCounter: false, isRate: false }),
    irate: (entry) => instantChange(entry, true),
    idelta: (entry) => instantChange(entry, false),
    deriv: slope,
    changes: ({ points }) => points.filter(([, value], index) => index > 0 && value !== points[index - 1][1]).length,
    resets: ({ points }) => points.filter(([, value], index) => index > 0 && value < points[index - 1][1]).length,
    ...Object.fromEntries(['sum', 'avg', 'max', 'min', 'count', 'present', 'last', 'first', 'stddev', 'stdvar'].map((name) => [
        `${name}_over_time`,
        ({ points }) => statistics[name](points.map(([, value]) => value)),
    ])),
};
/** These hand a sample on as it is, so its name stays. */
const keepsName = ['last_over_time', 'first_over_time'];
/** Of each series of an instant one number; the numbers behind it come from further arguments. */
const ofEntries = {
    abs: Math.abs,
    ceil: Math.ceil,
    floor: Math.floor,
    sqrt: Math.sqrt,
    exp: Math.exp,
    ln: Math.log,
    log2: Math.log2,
    log10: Math.log10,
    sgn: Math.sign,
    round: (value, nearest = 1) => Math.floor(value / nearest + 0.5) * nearest,
    clamp: (value, low, high) => Math.max(low, Math.min(high, value)),
    clamp_min: (value, low) => Math.max(low, value),
    clamp_max: (value, high) => Math.min(high, value),
};
export const functionNames = [
    ...Object.keys(ofRanges),
    ...Object.keys(ofEntries),
    ...[
        'absent',
        'histogram_quantile',
        'predict_linear',
        'quantile_over_time',
        'scalar',
        'sort',
        'sort_desc',
        'time',
        'vector',
    ],
];
/** @throws QueryError for a function that is not simulated, or arguments of another type */
export function callFunction({ name, args, text }, values, epochSeconds) {
    const take = new Arguments(text, values);
    if (Object.hasOwn(ofRanges, name)) {
        const matrix = take.matrix(0);
        return vectorOf(matrix.entries.flatMap((entry) => {
            const value = ofRanges[name](entry, matrix);
            const labels = keepsName.includes(name) ? entry.labels : withoutName(entry.labels);
            return value === undefined ? [] : [{ labels, value }];
        }));
    }
    if (Object.hasOwn(ofEntries, name)) {
        const rest = args.slice(1).map((_, index) => take.number(index + 1));
        if (rest.includes(Number.NaN))
            throw new QueryError(`${text}: an argument is not a number`);
        return mapped(take.vector(0), (value) => ofEntries[name](value, ...rest));
    }
    switch (name) {
        case 'histogram_quantile':
            return vectorOf(histogramQuantile(take.number(0), take.vector(1)));
        case 'quantile_over_time': {
            const probability = take.number(0);
            return overTime(take.matrix(1), (values_) => quantileOf(probability, values_));
        }
        case 'predict_linear':
            return predictLinear(take.matrix(0), take.number(1));
        case 'vector':
            return vectorOf([{ labels: {}, value: take.number(0) }]);
        case 'scalar': {
            const entries = take.vector(0);
            return { kind: 'scalar', value: entries.length === 1 ? entries[0].value : Number.NaN };
        }
        case 'absent':
            return vectorOf(take.vector(0).length > 0 ? [] : [{ labels: {}, value: 1 }]);
        case 'sort':
            return vectorOf([...take.vector(0)].sort((a, b) => a.value - b.value));
        case 'sort_desc':
            return vectorOf([...take.vector(0)].sort((a, b) => b.value - a.value));
        case 'time':
            return { kind: 'scalar', value: epochSeconds };
        default:
            throw new QueryError(`${text}: the function ${name} is not simulated`, `there are ${functionNames.join(', ')}`);
    }
}
function mapped(entries, change) {
    return vectorOf(entries.map(({ labels, value }) => ({ labels: withoutName(labels), value: change(value) })));
}
function overTime({ entries }, measure) {
    return vectorOf(entries.map(({ labels, points }) => ({
        labels: withoutName(labels),
        value: measure(points.map(([, value]) => value)),
    })));
}
/** The line of least squares, read so many seconds after now. */
function predictLinear({ entries, toSeconds }, aheadSeconds) {
    return vectorOf(entries.flatMap(({ labels, points }) => {
        const perSecond = slope({ points });
        if (perSecond === undefined)
            return [];
        const meanAt = statistics.avg(points.map(([at]) => at));
        const meanValue = statistics.avg(points.map(([, value]) => value));
        const value = meanValue + perSecond * (toSeconds + aheadSeconds - meanAt);
        return [{ labels: withoutName(labels), value }];
    }));
}
/** Arguments by position and type. */
class Arguments {
    #text;
    #values;
    constructor(text, values) {
        this.#text = text;
        this.#values = values;
    }
    matrix(index) {
        const value = this.#values[index];
        if (value?.kind === 'matrix')
            return value;
        throw this.#wrong(index, 'range vector, such as http_requests_total[5m]');
    }
    vector(index) {
        const value = this.#values[index];
        if (value?.kind === 'vector')
            return value.entries;
        throw this.#wrong(index, 'instant vector');
    }
    number(index) {
        const value = this.#values[index];
        if (value?.kind === 'scalar')
            return value.value;
        throw this.#wrong(index, 'scalar');
    }
    #wrong(index, expected) {
        const got = this.#values[index]?.kind ?? 'nothing';
        const article = /^[aeiou]/.test(expected) ? 'an' : 'a';
        return new QueryError(`${this.#text}: parse error: argument ${index + 1} is ${got}, but ${article} ${expected} was expected`);
    }
}
