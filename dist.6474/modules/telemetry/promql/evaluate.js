import { aggregate, aggregateQuantile, pick } from './aggregate.js';
import { callFunction } from './callFunction.js';
import { combine } from './combine.js';
import { QueryError } from './expression.js';
import { statistics } from './functions/statistics.js';
import { readInstant, readRange } from './readSeries.js';
import { keyOf, vectorOf, withoutName } from './vector.js';
/** Steps of a subquery that says none: Prometheus' evaluation interval. */
const SUBQUERY_STEP_SECONDS = 60;
/** As many as Prometheus answers a range query with. */
const STEP_LIMIT = 11_000;
/** The value of a query at an instant of the run. @throws QueryError */
export function evaluate(expression, atSeconds, scene) {
    switch (expression.kind) {
        case 'number':
            return { kind: 'scalar', value: expression.value };
        case 'string':
            return { kind: 'string', value: expression.value };
        case 'selector':
            return vectorOf(readInstant(expression, atSeconds, scene));
        case 'range':
        case 'subquery':
            return matrixOf(expression, atSeconds, scene);
        case 'offset':
            return evaluate(expression.of, atSeconds - expression.seconds, scene);
        case 'call': {
            const values = expression.args.map((argument) => evaluate(argument, atSeconds, scene));
            return callFunction(expression, values, scene.source.startSeconds + atSeconds);
        }
        case 'aggregation':
            return evaluateAggregation(expression, atSeconds, scene);
        case 'binary':
            return combine(expression, evaluate(expression.left, atSeconds, scene), evaluate(expression.right, atSeconds, scene));
        case 'negative': {
            const value = evaluate(expression.of, atSeconds, scene);
            if (value.kind === 'scalar')
                return { kind: 'scalar', value: -value.value };
            return vectorOf(entriesOf(value, expression.text).map((entry) => negated(entry)));
        }
    }
}
function negated({ labels, value }) {
    return { labels: withoutName(labels), value: -value };
}
function matrixOf(expression, atSeconds, scene) {
    const { of, seconds, text } = expression;
    const span = { fromSeconds: atSeconds - seconds, toSeconds: atSeconds };
    if (expression.kind === 'subquery') {
        const step = expression.stepSeconds ?? SUBQUERY_STEP_SECONDS;
        // Steps are multiples of the step on the calendar, as Prometheus has them.
        const { startSeconds } = scene.source;
        const first = Math.floor((startSeconds + span.fromSeconds) / step + 1) * step - startSeconds;
        return { kind: 'matrix', entries: steps(of, { first, last: atSeconds, step }, scene), ...span };
    }
    if (of.kind !== 'selector')
        throw new QueryError(`${text}: parse error: ranges only allowed for vector selectors`);
    return { kind: 'matrix', entries: readRange(of, atSeconds, seconds, scene), ...span };
}
/** A query at each of many instants, as one list of points for each series. @throws QueryError for too many */
export function steps(expression, { first, last, step }, scene) {
    if (!(step > 0))
        throw new QueryError('zero or negative query resolution step widths are not accepted. Try a positive integer');
    if ((last - first) / step > STEP_LIMIT) {
        throw new QueryError('exceeded maximum resolution of 11,000 points per timeseries. Try decreasing the query resolution (?step=XX)');
    }
    const series = new Map();
    for (let index = 0; first + index * step <= last + 1e-9; index++) {
        const atSeconds = first + index * step;
        const value = evaluate(expression, atSeconds, scene);
        for (const { labels, value: number } of entriesOf(value, expression.text)) {
            const key = keyOf(labels);
            const entry = series.get(key) ?? { labels, points: [] };
            entry.points.push([atSeconds, number]);
            series.set(key, entry);
        }
    }
    return [...series.values()];
}
function entriesOf(value, text) {
    if (value.kind === 'vector')
        return value.entries;
    if (value.kind === 'scalar')
        return [{ labels: {}, value: value.value }];
    throw new QueryError(`${text}: parse error: expected an instant vector, got a ${value.kind}`);
}
function evaluateAggregation({ name, grouping, args, text }, atSeconds, scene) {
    const values = args.map((argument) => evaluate(argument, atSeconds, scene));
    const last = values[values.length - 1];
    if (last?.kind !== 'vector') {
        throw new QueryError(`${text}: parse error: expected type instant vector in aggregation expression, got ${last?.kind ?? 'nothing'}`);
    }
    const isPlain = Object.hasOwn(statistics, name) && values.length === 1;
    if (isPlain)
        return vectorOf(aggregate(name, last.entries, grouping));
    const [parameter] = values;
    if (values.length !== 2 || parameter.kind !== 'scalar' || !['quantile', 'topk', 'bottomk'].includes(name)) {
        throw new QueryError(`${text}: ${name} is not simulated`, 'there are sum, avg, min, max, count, group, stddev, stdvar, quantile, topk, bottomk');
    }
    if (name === 'quantile')
        return vectorOf(aggregateQuantile(parameter.value, last.entries, grouping));
    const rule = { count: Math.trunc(parameter.value), isLargest: name === 'topk' };
    return vectorOf(pick(rule, last.entries, grouping));
}
