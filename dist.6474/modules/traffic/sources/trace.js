import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { parseTimeOfDay } from '../../base/timeOfDay.js';
import { arrivalSettings, buildArrivals } from '../arrivals/index.js';
import { arrivalTimes } from '../openSource.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
import { rowsOf } from '../trace/rows.js';
import { textChunks } from '../trace/textChunks.js';
import { parseRowTime } from '../trace/time.js';
import { traceCurve } from '../trace/traceCurve.js';
import { notAfterFrom, timeOfDayWithin } from '../trace/traceRange.js';
import { nothingWithin, requestsWithin, rowsUntil, traceSegments, } from '../trace/traceSegments.js';
const traceTime = z.union([z.string(), z.number()]).refine((value) => isTime(value), {
    message: 'is not a time of a trace\nTimes are seconds, durations, ISO 8601, `YYYY-MM-DD hh:mm:ss` or `hh:mm` (UTC).\nwrite for example 1998-06-30T18:00:00Z, 17:30 or 1h30m.',
});
const schema = z
    .strictObject({
    executor: z.literal('trace'),
    ...openShape,
    arrivals: arrivalSettings.optional().meta({ description: 'Within a row; poisson when left out' }),
    file: z.string().min(1).meta({ description: '.csv, .txt or .jsonl, also .gz; relative to the scenario' }),
    time: z
        .string()
        .optional()
        .meta({ description: 'Column of the time; without it the file is counts separated by blanks' }),
    timeFormat: z.enum(['s', 'ms']).default('s').meta({ description: 'Unit of times that are bare numbers' }),
    count: z.string().optional().meta({ description: 'Column: arrivals in the interval of the row' }),
    rate: z.string().optional().meta({ description: 'Column: arrivals per second' }),
    interval: durationSchema({ sign: 'positive' })
        .optional()
        .meta({ description: 'Of counts separated by blanks; 1s when left out' }),
    from: traceTime.optional(),
    to: traceTime.optional(),
    gaps: z.enum(['hold', 'zero', 'interpolate', 'error']).optional().meta({ description: 'hold when left out' }),
    speed: z.number().positive().default(1),
    scale: z.number().min(0).default(1),
})
    .superRefine((settings, context) => {
    const { time, count, rate, interval, arrivals, gaps, from, to } = settings;
    const complain = (path, message) => context.addIssue({ code: 'custom', path: [path], message });
    if (count !== undefined && rate !== undefined) {
        complain('rate', 'stands beside `count`\nA row gives a count or a rate, not both.\nkeep one of them.');
    }
    if (time === undefined && (count ?? rate) !== undefined) {
        complain(count === undefined ? 'rate' : 'count', 'names a column, but there is no `time` column\nWithout `time` the file is counts separated by blanks.\nadd `time`, or leave the column out.');
    }
    if (time !== undefined && interval !== undefined) {
        complain('interval', 'stands beside `time`\nThe time column says how long a row lasts.\nleave `interval` out.');
    }
    if (secondsOf(from, Number.NEGATIVE_INFINITY) >= secondsOf(to, Number.POSITIVE_INFINITY)) {
        complain('to', 'is not after `from`\nThe part between them would be empty.\nraise `to`, or lower `from`.');
    }
    if (time === undefined || count !== undefined || rate !== undefined)
        return;
    for (const [name, value] of Object.entries({ arrivals, gaps })) {
        if (value !== undefined) {
            complain(name, 'makes no sense with one row per request\nThe rows say exactly when each request arrives.\nleave it out, or name a `count` or `rate` column.');
        }
    }
});
export const trace = sourceVariant({
    name: 'trace',
    summary: 'A recorded trace, streamed: counts, rates, or one row per request',
    schema,
    scaled: (settings, factor) => ({ ...settings, scale: settings.scale * factor }),
    build: (settings, context) => isRequests(settings) ? requestReplay(settings, context) : rateReplay(settings, context),
});
/** Whether each row is one request. */
function isRequests({ time, count, rate }) {
    return time !== undefined && count === undefined && rate === undefined;
}
function isTime(value) {
    return parseRowTime(value) !== undefined || parseTimeOfDay(String(value)) !== undefined;
}
function secondsOf(time, missing) {
    return (time === undefined ? undefined : parseRowTime(time)) ?? missing;
}
function openRows(settings, context) {
    return rowsOf(textChunks(() => context.openFile(settings.file), settings.file), {
        file: settings.file,
        time: settings.time,
        timeFormat: settings.timeFormat,
        count: settings.count,
        rate: settings.rate,
        intervalSeconds: settings.interval ?? 1,
    });
}
function replayRules(settings, context) {
    return {
        file: settings.file,
        startSeconds: settings.startTime,
        ...boundsOf(settings, context),
        gaps: settings.gaps ?? 'hold',
        speed: settings.speed,
        scale: settings.scale,
        isRate: settings.rate !== undefined,
        loneStepSeconds: settings.interval ?? 1,
        readRange: () => rangeOf(settings, context),
    };
}
/** `from` and `to` as times of the rows; a time of day is that of the one day of the file that has it. */
function boundsOf(settings, context) {
    const boundOf = (key) => {
        const text = settings[key];
        const ofDay = parseTimeOfDay(String(text ?? ''));
        if (ofDay === undefined)
            return secondsOf(text, undefined);
        return timeOfDayWithin({ key, text: String(text), ofDaySeconds: ofDay, file: settings.file }, rangeOf(settings, context));
    };
    const [fromSeconds, toSeconds] = [boundOf('from'), boundOf('to')];
    if (fromSeconds !== undefined && toSeconds !== undefined && fromSeconds >= toSeconds) {
        throw notAfterFrom(settings.file, { fromSeconds, toSeconds });
    }
    return { fromSeconds, toSeconds };
}
/** Ranges that were read, for as long as their scenario is there: each run asks for them. */
const ranges = new WeakMap();
/** The whole range of the file, whatever part of it plays. */
function rangeOf(settings, context) {
    const known = ranges.get(settings);
    if (known !== undefined)
        return known;
    const range = readRange(settings, context);
    ranges.set(settings, range);
    return range;
}
/** When the first row that plays is, in the time of the file; undefined for counts without times. @throws ProblemError for a damaged trace */
export function traceStart(settings, context) {
    if (settings.time === undefined)
        return undefined;
    const { fromSeconds } = boundsOf(settings, context);
    if (fromSeconds !== undefined)
        return fromSeconds;
    for (const row of openRows(settings, context))
        return row.seconds;
    return undefined;
}
function readRange(settings, context) {
    const { from: _from, to: _to, ...whole } = settings;
    const { firstSeconds, endSeconds } = scanTrace({ ...whole, gaps: 'hold' }, context);
    return { firstSeconds, endSeconds };
}
function newFacts() {
    return { rowCount: 0, gapCount: 0, stepSeconds: 0, firstSeconds: 0, endSeconds: 0, hasPlayed: false };
}
/** The segments up to the end of the run; the rest of the file is not read. */
function* playedSegments(settings, context, facts) {
    const rules = replayRules(settings, context);
    for (const segment of traceSegments(rowsUntil(openRows(settings, context), rules), rules, facts)) {
        if (segment.fromSeconds >= context.durationSeconds)
            return;
        yield segment;
    }
}
function rateReplay(settings, context) {
    const facts = newFacts();
    const segments = playedSegments(settings, context, facts);
    let openedTimes;
    // The file is opened with the first arrival: a source that is built for its curve only holds no file.
    const times = () => {
        openedTimes ??= rateArrivals(settings, context, segments);
        return openedTimes;
    };
    let curve;
    // The demand curve needs all rates of the run (16 bytes a row); the file is read again, and only when asked for.
    const wholeCurve = () => {
        curve ??= traceCurve(playedSegments(settings, context, newFacts()));
        return curve;
    };
    return {
        kind: 'open',
        nextArrivalSeconds: () => closeAtEnd(segments, times().next()),
        fillArrivals: (seconds) => {
            times().fill(seconds);
            closeAtEnd(segments, seconds[seconds.length - 1]);
        },
        rate: {
            at: (seconds) => wholeCurve().at(seconds),
            integral: (from, to) => wholeCurve().integral(from, to),
            pieces: () => wholeCurve().pieces?.() ?? [],
        },
        vuPool: undefined,
        notes: () => gapNotes(settings, facts),
    };
}
/** Ends the reading of the file behind the last arrival: the run will not ask again, so nobody else would close it. */
function closeAtEnd(segments, lastSeconds) {
    if (lastSeconds === Number.POSITIVE_INFINITY)
        segments.return(undefined);
    return lastSeconds;
}
function rateArrivals(settings, context, segments) {
    const arrivals = settings.arrivals ?? { variant: 'poisson', settings: {} };
    return arrivalTimes({
        process: buildArrivals(arrivals, context.stream('arrivals')),
        nextSegment: () => {
            const next = segments.next();
            return next.done === true ? undefined : next.value;
        },
        endSeconds: context.durationSeconds,
    });
}
function gapNotes({ file, gaps = 'hold' }, { gapCount }) {
    return gapCount === 0 ? [] : [`${file}: ${gapCount} ${gapCount === 1 ? 'gap' : 'gaps'}, ${gapWords[gaps]}`];
}
const gapWords = {
    hold: 'the rate held',
    zero: 'taken as no traffic',
    interpolate: 'interpolated',
    error: '',
};
function requestReplay(settings, context) {
    const times = requestTimes(settings, context);
    return {
        kind: 'open',
        nextArrivalSeconds: () => {
            const next = times.next();
            return next.done === true ? Number.POSITIVE_INFINITY : next.value;
        },
        rate: undefined,
        vuPool: undefined,
    };
}
/**
 * One row per request, up to the end of the run.
 *
 * `scale: 2.5` sends each row twice, and a third time where a keyed draw for the row says so (half of them); `scale: 0.1`
 * keeps a tenth of the rows.
 */
function* requestTimes(settings, context) {
    const rules = replayRules(settings, context);
    const draws = context.stream('scale');
    const wholeCopies = Math.floor(settings.scale);
    const fraction = settings.scale - wholeCopies;
    let originSeconds = rules.fromSeconds;
    let hasPlayed = false;
    for (const row of requestsWithin(openRows(settings, context), rules)) {
        hasPlayed = true;
        originSeconds ??= row.seconds;
        const atSeconds = rules.startSeconds + (row.seconds - originSeconds) / rules.speed;
        if (atSeconds >= context.durationSeconds)
            return;
        const copies = wholeCopies + (fraction > 0 && draws.uniform() < fraction ? 1 : 0);
        for (let copy = 0; copy < copies; copy++)
            yield atSeconds;
    }
    if (!hasPlayed)
        throw nothingWithin(rules);
}
/** Reads a trace once, for `inspect` and estimates. @throws ProblemError for a damaged file */
export function scanTrace(settings, context) {
    const facts = newFacts();
    const rules = replayRules(settings, context);
    if (isRequests(settings)) {
        for (const row of requestsWithin(openRows(settings, context), rules)) {
            if (facts.rowCount === 0)
                facts.firstSeconds = row.seconds;
            facts.rowCount++;
            facts.endSeconds = row.seconds;
        }
        if (facts.rowCount === 0)
            throw nothingWithin(rules);
        return { ...facts, arrivals: facts.rowCount * settings.scale };
    }
    let arrivals = 0;
    for (const segment of traceSegments(openRows(settings, context), rules, facts))
        arrivals += segment.area;
    return { ...facts, arrivals };
}
