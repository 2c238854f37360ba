import { utcSeconds } from '../../base/utcCalendar.js';
import { evaluate, steps } from './evaluate.js';
import { QueryError } from './expression.js';
import { parseQuery } from './parseQuery.js';
import { readPromDuration } from './promDuration.js';
/** Answers `/api/v1/query` or `/api/v1/query_range`. Source: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export function answerQuery(kind, fields, asked) {
    const findings = new Set();
    const note = (finding) => findings.add(finding);
    const scene = { ...asked, metricsRead: new Set(), note };
    const answer = (code, body) => ({
        code,
        body,
        findings: [...findings],
        metricsRead: [...scene.metricsRead],
    });
    if (asked.source.hasFailed)
        return answer(503, failure('unavailable', 'the metrics server does not answer'));
    try {
        const data = kind === 'query' ? instantData(fields, scene) : rangeData(fields, scene);
        return answer(200, { status: 'success', data });
    }
    catch (thrown) {
        if (!(thrown instanceof QueryError))
            throw thrown;
        const advice = thrown.advice === undefined ? '' : `: ${thrown.advice}`;
        findings.add(`PromQL: ${short(thrown.message)}${advice}; the query was answered with 400 bad_data`);
        return answer(400, failure('bad_data', `invalid parameter "query": ${thrown.message}`));
    }
}
/** A query may be long; a finding is a line. */
function short(message) {
    return message.length > 300 ? `${message.slice(0, 300)}...` : message;
}
function failure(errorType, error) {
    return { status: 'error', errorType, error };
}
function instantData(fields, scene) {
    const { source } = scene;
    const atSeconds = timeOf(fields.get('time'), source) ?? source.nowSeconds();
    const value = evaluate(parseQuery(fields.get('query') ?? ''), atSeconds, scene);
    const epoch = epochOf(atSeconds, source);
    return { resultType: value.kind, result: resultOf(value, epoch, source) };
}
function resultOf(value, epoch, source) {
    switch (value.kind) {
        case 'scalar':
            return [epoch, numberText(value.value)];
        case 'string':
            return [epoch, value.value];
        case 'vector':
            return value.entries.map(({ labels, value: number }) => ({ metric: labels, value: [epoch, numberText(number)] }));
        case 'matrix':
            return value.entries.map((entry) => seriesOf(entry.labels, entry.points, source));
    }
}
function seriesOf(labels, points, source) {
    return { metric: labels, values: points.map(([at, value]) => [epochOf(at, source), numberText(value)]) };
}
function rangeData(fields, scene) {
    const { source } = scene;
    const first = timeOf(fields.get('start'), source);
    const last = timeOf(fields.get('end'), source);
    const step = stepOf(fields.get('step') ?? '');
    if (first === undefined || last === undefined)
        throw new QueryError('start and end are needed, as Unix times or dates');
    if (step === undefined)
        throw new QueryError(`cannot parse "${fields.get('step') ?? ''}" to a valid duration`);
    if (last < first)
        throw new QueryError('end timestamp must not be before start time');
    const expression = parseQuery(fields.get('query') ?? '');
    // What lies before the run or after now has no data.
    const skipped = Math.max(0, Math.ceil(-first / step));
    const span = { first: first + skipped * step, last: Math.min(last, source.nowSeconds()), step };
    const entries = steps(expression, span, scene);
    return { resultType: 'matrix', result: entries.map(({ labels, points }) => seriesOf(labels, points, source)) };
}
/** Unix seconds or a date in UTC, as seconds of the run. @throws QueryError for anything else */
function timeOf(text, { startSeconds }) {
    if (text === undefined || text === '')
        return undefined;
    if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text))
        return Number(text) - startSeconds;
    const date = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:Z|\+00:00)$/.exec(text);
    if (date === null)
        throw new QueryError(`cannot parse "${text}" to a valid timestamp`);
    const [year, month, day, hour, minute, second] = date.slice(1).map(Number);
    return utcSeconds({ year, month, day, hour, minute, second }) - startSeconds;
}
/** Seconds, or a duration. */
function stepOf(text) {
    if (/^\d+(\.\d+)?$/.test(text))
        return Number(text);
    return readPromDuration(text);
}
/** Prometheus counts in milliseconds. */
function epochOf(atSeconds, { startSeconds }) {
    return Math.round((startSeconds + atSeconds) * 1000) / 1000;
}
/** As Go writes it with the fewest digits and without an exponent; `+Inf`, `-Inf`, `NaN`. */
export function numberText(value) {
    if (!Number.isFinite(value))
        return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
    const text = Object.is(value, -0) ? '-0' : String(value);
    const [, sign, whole, fraction = '', exponent] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
    if (exponent === undefined)
        return text;
    const digits = whole + fraction;
    const point = whole.length + Number(exponent);
    if (point <= 0)
        return `${sign}0.${'0'.repeat(-point)}${digits}`;
    return `${sign}${digits.padEnd(point, '0')}`;
}
