import { linearSegment } from '../segment.js';
import { traceProblem } from './traceProblem.js';
import { outsideTrace, rangeText, slackSeconds } from './traceRange.js';
/** Steps the median is taken from. */
const STEP_SAMPLE = 100;
/** A step over this many medians is a gap. */
const GAP_FACTOR = 1.5;
/**
 * The rows before `to`, and the one that ends the last of them; the rest of the file is not read.
 *
 * Rows of the head pass whatever their time, so that the median step is the same with and without `to`.
 */
export function* rowsUntil(rows, { toSeconds }) {
    for (const row of rows) {
        yield row;
        if (toSeconds !== undefined && row.seconds >= toSeconds && row.number > STEP_SAMPLE)
            return;
    }
}
/** The rows inside [from, to) of a trace of single requests, whose recording begins and ends about with them. */
export function* requestsWithin(rows, rules) {
    const { fromSeconds = Number.NEGATIVE_INFINITY, toSeconds = Number.POSITIVE_INFINITY } = rules;
    let lastSeconds;
    for (const row of rows) {
        if (lastSeconds === undefined && Number.isFinite(fromSeconds) && fromSeconds < row.seconds) {
            const range = rules.readRange();
            if (fromSeconds < range.firstSeconds - slackSeconds(range))
                throw outsideTrace('from', rules);
        }
        lastSeconds = row.seconds;
        if (row.seconds >= toSeconds)
            return;
        if (row.seconds >= fromSeconds)
            yield row;
    }
    if (lastSeconds === undefined || !Number.isFinite(toSeconds))
        return;
    const range = rules.readRange();
    if (toSeconds > range.endSeconds + slackSeconds(range))
        throw outsideTrace('to', rules);
}
/**
 * The rate of a trace as segments, one row ahead of the reading.
 *
 * A row lasts until the next, the last one the median step; only the first 101 rows are held, for that median.
 */
export function* traceSegments(rows, rules, facts) {
    for (const stretch of stretches(rows, rules, facts)) {
        const originSeconds = rules.fromSeconds ?? facts.firstSeconds;
        const segment = placed(stretch, rules, originSeconds);
        if (segment === undefined)
            continue;
        facts.hasPlayed = true;
        yield segment;
    }
    if (!facts.hasPlayed)
        throw nothingWithin(rules);
}
function* stretches(rows, rules, facts) {
    const iterator = rows[Symbol.iterator]();
    try {
        yield* stretchesOf(headOf(iterator), iterator, rules, facts);
    }
    finally {
        // Rows left unread hold the file open.
        iterator.return?.();
    }
}
/** The rows that the median step is taken from. */
function headOf(rows) {
    const head = [];
    for (let next = rows.next(); !next.done; next = rows.next()) {
        head.push(next.value);
        if (head.length > STEP_SAMPLE)
            break;
    }
    return head;
}
function* stretchesOf(head, rest, rules, facts) {
    facts.stepSeconds = medianStep(head) ?? rules.loneStepSeconds;
    facts.firstSeconds = head[0].seconds;
    if ((rules.fromSeconds ?? facts.firstSeconds) < facts.firstSeconds)
        throw outsideTrace('from', rules);
    let current = head[0];
    for (const row of chain(head.slice(1), rest)) {
        facts.rowCount++;
        yield* stretchesOfRow(current, row, rules, facts);
        current = row;
    }
    facts.rowCount++;
    facts.endSeconds = current.seconds + facts.stepSeconds;
    if ((rules.toSeconds ?? facts.endSeconds) > facts.endSeconds)
        throw outsideTrace('to', rules);
    const rate = rateOf(current, facts.stepSeconds, rules);
    yield { fromSeconds: current.seconds, lengthSeconds: facts.stepSeconds, fromRate: rate, toRate: rate };
}
function* chain(head, rest) {
    yield* head;
    for (let next = rest.next(); !next.done; next = rest.next())
        yield next.value;
}
function* stretchesOfRow(row, next, rules, facts) {
    const { seconds: fromSeconds } = row;
    const lengthSeconds = next.seconds - fromSeconds;
    const { stepSeconds } = facts;
    if (lengthSeconds <= GAP_FACTOR * stepSeconds) {
        const rate = rateOf(row, lengthSeconds, rules);
        yield { fromSeconds, lengthSeconds, fromRate: rate, toRate: rate };
        return;
    }
    facts.gapCount++;
    if (rules.gaps === 'error')
        throw gapProblem(row, next, rules, facts);
    const rate = rateOf(row, stepSeconds, rules);
    if (rules.gaps === 'hold') {
        yield { fromSeconds, lengthSeconds, fromRate: rate, toRate: rate };
        return;
    }
    yield { fromSeconds, lengthSeconds: stepSeconds, fromRate: rate, toRate: rate };
    const isZero = rules.gaps === 'zero';
    yield {
        fromSeconds: fromSeconds + stepSeconds,
        lengthSeconds: lengthSeconds - stepSeconds,
        fromRate: isZero ? 0 : rate,
        toRate: isZero ? 0 : rateOf(next, stepSeconds, rules),
    };
}
function rateOf(row, stepSeconds, { isRate, scale }) {
    return (isRate ? row.amount : row.amount / stepSeconds) * scale;
}
/** The part of a stretch inside [from, to), in run time; faster playing is a higher rate. */
function placed(stretch, { fromSeconds, toSeconds, startSeconds, speed }, originSeconds) {
    const endSeconds = stretch.fromSeconds + stretch.lengthSeconds;
    const begin = Math.max(stretch.fromSeconds, fromSeconds ?? stretch.fromSeconds);
    const end = Math.min(endSeconds, toSeconds ?? endSeconds);
    if (end <= begin)
        return undefined;
    const slope = (stretch.toRate - stretch.fromRate) / stretch.lengthSeconds;
    const rateAt = (seconds) => (stretch.fromRate + slope * (seconds - stretch.fromSeconds)) * speed;
    return linearSegment({
        fromSeconds: startSeconds + (begin - originSeconds) / speed,
        lengthSeconds: (end - begin) / speed,
        fromRate: rateAt(begin),
        toRate: rateAt(end),
    });
}
function medianStep(rows) {
    const steps = rows.slice(1).map((row, index) => row.seconds - rows[index].seconds);
    if (steps.length === 0)
        return undefined;
    steps.sort((a, b) => a - b);
    return steps[Math.floor((steps.length - 1) / 2)];
}
/** The mistake of a range that holds no row. */
export function nothingWithin({ file, readRange }) {
    return traceProblem({
        file,
        code: 'no-rows-in-range',
        what: `has no rows between \`from\` and \`to\`: it covers ${rangeText(readRange())}`,
        why: 'There is nothing to replay.',
        fix: 'choose times that the file covers.',
    });
}
function gapProblem(row, next, rules, facts) {
    return traceProblem({
        file: rules.file,
        line: next.line,
        code: 'gap-in-trace',
        what: `row ${next.number}: a gap of ${next.seconds - row.seconds} s, the usual step is ${facts.stepSeconds} s`,
        why: '`gaps: error` was asked for.',
        fix: 'fill the gap, or set `gaps` to hold, zero or interpolate.',
    });
}
