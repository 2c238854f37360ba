import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { arrivalSettings, buildArrivals } from '../arrivals/index.js';
import { arrivalTimes } from '../openSource.js';
import { curveOf } from '../rateCurve.js';
import type { OpenSource, SourceContext } from '../source.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
import { type Row, rowsOf } from '../trace/rows.js';
import { textChunks } from '../trace/textChunks.js';
import { parseTime } from '../trace/time.js';
import { type ReplayRules, rowsWithin, type TraceFacts, traceSegments } from '../trace/traceSegments.js';

const traceTime = z.union([z.string(), z.number()]).refine((value) => parseTime(String(value), 's') !== undefined, {
  message:
    'is not a time of a trace\nTimes are seconds, ISO 8601 or `YYYY-MM-DD hh:mm:ss` (UTC).\nwrite for example 1998-06-30T18:00:00Z.',
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
    const { time, count, rate, interval, arrivals, gaps } = settings;
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (count !== undefined && rate !== undefined) {
      complain('rate', 'stands beside `count`\nA row gives a count or a rate, not both.\nkeep one of them.');
    }
    if (time === undefined && (count ?? rate) !== undefined) {
      complain(
        count === undefined ? 'rate' : 'count',
        'names a column, but there is no `time` column\nWithout `time` the file is counts separated by blanks.\nadd `time`, or leave the column out.',
      );
    }
    if (time !== undefined && interval !== undefined) {
      complain('interval', 'stands beside `time`\nThe time column says how long a row lasts.\nleave `interval` out.');
    }
    if (time === undefined || count !== undefined || rate !== undefined) return;
    for (const [name, value] of Object.entries({ arrivals, gaps })) {
      if (value !== undefined) {
        complain(
          name,
          'makes no sense with one row per request\nThe rows say exactly when each request arrives.\nleave it out, or name a `count` or `rate` column.',
        );
      }
    }
  });

type TraceSettings = z.output<typeof schema>;

/** One pass through a trace: what `inspect` shows. */
export interface TraceScan extends TraceFacts {
  /** Expected arrivals in the whole replay. */
  readonly arrivals: number;
}

export const trace = sourceVariant({
  name: 'trace',
  summary: 'A recorded trace, streamed: counts, rates, or one row per request',
  schema,
  build: (settings, context) =>
    isRequests(settings) ? requestReplay(settings, context) : rateReplay(settings, context),
});

/** Whether each row is one request. */
export function isRequests({ time, count, rate }: TraceSettings): boolean {
  return time !== undefined && count === undefined && rate === undefined;
}

function openRows(settings: TraceSettings, context: SourceContext): Generator<Row> {
  return rowsOf(textChunks(context.openFile(settings.file), settings.file), {
    file: settings.file,
    time: settings.time,
    timeFormat: settings.timeFormat,
    count: settings.count,
    rate: settings.rate,
    intervalSeconds: settings.interval ?? 1,
  });
}

function replayRules(settings: TraceSettings): ReplayRules {
  const seconds = (time: string | number | undefined) =>
    time === undefined ? undefined : parseTime(String(time), 's');
  return {
    file: settings.file,
    startSeconds: settings.startTime,
    fromSeconds: seconds(settings.from),
    toSeconds: seconds(settings.to),
    gaps: settings.gaps ?? 'hold',
    speed: settings.speed,
    scale: settings.scale,
    isRate: settings.rate !== undefined,
  };
}

function newFacts(): TraceFacts {
  return { rowCount: 0, gapCount: 0, stepSeconds: 0, firstSeconds: 0, endSeconds: 0, hasPlayed: false };
}

function rateReplay(settings: TraceSettings, context: SourceContext): OpenSource {
  const rules = replayRules(settings);
  const facts = newFacts();
  const segments = traceSegments(openRows(settings, context), rules, facts);
  const nextSegment = () => {
    const next = segments.next();
    return next.done === true ? undefined : next.value;
  };
  const process = buildArrivals(settings.arrivals ?? { variant: 'poisson', settings: {} }, context.stream('arrivals'));
  let curve: ReturnType<typeof curveOf> | undefined;
  // The demand curve needs the whole trace (some 200 bytes a row); it is read again, and only when asked for.
  const wholeCurve = () => {
    curve ??= curveOf([...traceSegments(openRows(settings, context), rules, newFacts())]);
    return curve;
  };
  return {
    kind: 'open',
    nextArrivalSeconds: arrivalTimes({ process, nextSegment }),
    rate: { at: (seconds) => wholeCurve().at(seconds), integral: (from, to) => wholeCurve().integral(from, to) },
    vuPool: undefined,
    notes: () => (facts.gapCount === 0 ? [] : [`${settings.file}: ${facts.gapCount} gaps, ${gapWords[rules.gaps]}`]),
  };
}

const gapWords = {
  hold: 'the rate held',
  zero: 'taken as no traffic',
  interpolate: 'interpolated',
  error: '',
} as const;

/** One row per request: a scale repeats rows, its fraction by a keyed draw per row. */
function requestReplay(settings: TraceSettings, context: SourceContext): OpenSource {
  const rules = replayRules(settings);
  const rows = rowsWithin(openRows(settings, context), rules);
  const copies = context.stream('scale');
  const whole = Math.floor(settings.scale);
  const fraction = settings.scale - whole;
  let originSeconds: number | undefined = rules.fromSeconds;
  let atSeconds = 0;
  let left = 0;
  return {
    kind: 'open',
    nextArrivalSeconds: () => {
      while (left === 0) {
        const next = rows.next();
        if (next.done === true) return Number.POSITIVE_INFINITY;
        originSeconds ??= next.value.seconds;
        atSeconds = rules.startSeconds + (next.value.seconds - originSeconds) / rules.speed;
        left = whole + (fraction > 0 && copies.uniform() < fraction ? 1 : 0);
      }
      left--;
      return atSeconds;
    },
    rate: undefined,
    vuPool: undefined,
  };
}

/** Reads a trace once, for `inspect` and estimates. @throws ProblemError for a damaged file */
export function scanTrace(settings: TraceSettings, context: SourceContext): TraceScan {
  const facts = newFacts();
  const rules = replayRules(settings);
  if (isRequests(settings)) {
    for (const row of rowsWithin(openRows(settings, context), rules)) {
      if (facts.rowCount === 0) facts.firstSeconds = row.seconds;
      facts.rowCount++;
      facts.endSeconds = row.seconds;
    }
    return { ...facts, arrivals: facts.rowCount * settings.scale };
  }
  let arrivals = 0;
  for (const segment of traceSegments(openRows(settings, context), rules, facts)) arrivals += segment.area;
  return { ...facts, arrivals };
}
