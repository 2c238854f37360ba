import { linearSegment, type Segment } from '../segment.js';
import type { Row } from './rows.js';
import { traceProblem } from './traceProblem.js';

export interface ReplayRules {
  readonly file: string;
  readonly startSeconds: number;
  /** Trace time that plays at startSeconds; the first row's when left out. */
  readonly fromSeconds: number | undefined;
  readonly toSeconds: number | undefined;
  readonly gaps: 'hold' | 'zero' | 'interpolate' | 'error';
  readonly speed: number;
  readonly scale: number;
  /** Whether the amount of a row is arrivals per second. */
  readonly isRate: boolean;
}

/** What was noticed on the way through a trace. */
export interface TraceFacts {
  rowCount: number;
  gapCount: number;
  /** Median of the first 100 steps, trace seconds. */
  stepSeconds: number;
  firstSeconds: number;
  endSeconds: number;
}

/** Steps the median is taken from. */
const STEP_SAMPLE = 100;
/** A step over this many medians is a gap. */
const GAP_FACTOR = 1.5;

/** The rows inside [from, to). */
export function* rowsWithin(
  rows: Iterable<Row>,
  { fromSeconds, toSeconds }: Pick<ReplayRules, 'fromSeconds' | 'toSeconds'>,
): Generator<Row> {
  for (const row of rows) {
    if (toSeconds !== undefined && row.seconds >= toSeconds) return;
    if (fromSeconds === undefined || row.seconds >= fromSeconds) yield row;
  }
}

/**
 * The rate of a trace as segments, one row ahead of the reading.
 *
 * A row lasts until the next, the last one the median step; only the first 101 rows are held, for that median.
 */
export function* traceSegments(rows: Iterable<Row>, rules: ReplayRules, facts: TraceFacts): Generator<Segment> {
  const head: Row[] = [];
  const iterator = rowsWithin(rows, rules)[Symbol.iterator]();
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    head.push(next.value);
    if (head.length > STEP_SAMPLE) break;
  }
  if (head.length === 0) throw nothingWithin(rules);
  facts.stepSeconds = medianStep(head);
  facts.firstSeconds = head[0].seconds;
  const originSeconds = rules.fromSeconds ?? head[0].seconds;
  let current = head[0];
  const play = { rules, facts, originSeconds };
  for (const row of chain(head.slice(1), iterator)) {
    facts.rowCount++;
    yield* segmentsOfRow(current, row, play);
    current = row;
  }
  facts.rowCount++;
  facts.endSeconds = current.seconds + facts.stepSeconds;
  const rate = rateOf(current, facts.stepSeconds, rules);
  yield place(current.seconds, facts.stepSeconds, rate, rate, play);
}

function* chain(head: Iterable<Row>, rest: Iterator<Row>): Generator<Row> {
  yield* head;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

interface Play {
  readonly rules: ReplayRules;
  readonly facts: TraceFacts;
  readonly originSeconds: number;
}

function* segmentsOfRow(row: Row, next: Row, play: Play): Generator<Segment> {
  const { rules, facts } = play;
  const step = next.seconds - row.seconds;
  if (step <= GAP_FACTOR * facts.stepSeconds) {
    const rate = rateOf(row, step, rules);
    yield place(row.seconds, step, rate, rate, play);
    return;
  }
  facts.gapCount++;
  if (rules.gaps === 'error') throw gapProblem(row, next, play);
  const rate = rateOf(row, facts.stepSeconds, rules);
  if (rules.gaps === 'hold') {
    yield place(row.seconds, step, rate, rate, play);
    return;
  }
  const after = rules.gaps === 'zero' ? 0 : rateOf(next, facts.stepSeconds, rules);
  const restSeconds = step - facts.stepSeconds;
  yield place(row.seconds, facts.stepSeconds, rate, rate, play);
  yield place(row.seconds + facts.stepSeconds, restSeconds, rules.gaps === 'zero' ? 0 : rate, after, play);
}

function rateOf(row: Row, stepSeconds: number, { isRate, scale }: ReplayRules): number {
  return (isRate ? row.amount : row.amount / stepSeconds) * scale;
}

/** Trace time to run time; faster playing is a higher rate. */
function place(
  seconds: number,
  length: number,
  fromRate: number,
  toRate: number,
  { rules, originSeconds }: Play,
): Segment {
  const { startSeconds, speed } = rules;
  return linearSegment(
    startSeconds + (seconds - originSeconds) / speed,
    length / speed,
    fromRate * speed,
    toRate * speed,
  );
}

function medianStep(rows: readonly Row[]): number {
  const steps = rows.slice(1).map((row, index) => row.seconds - rows[index].seconds);
  if (steps.length === 0) return 1;
  steps.sort((a, b) => a - b);
  return steps[Math.floor((steps.length - 1) / 2)];
}

function nothingWithin({ file }: ReplayRules): Error {
  return traceProblem({
    file,
    code: 'no-rows-in-range',
    what: 'has no rows between `from` and `to`',
    why: 'There is nothing to replay.',
    fix: 'choose times that the file covers (dryscale inspect shows its span).',
  });
}

function gapProblem(row: Row, next: Row, { rules, facts }: Play): Error {
  return traceProblem({
    file: rules.file,
    line: next.line,
    code: 'gap-in-trace',
    what: `row ${next.number}: a gap of ${next.seconds - row.seconds} s, the usual step is ${facts.stepSeconds} s`,
    why: '`gaps: error` was asked for.',
    fix: 'fill the gap, or set `gaps` to hold, zero or interpolate.',
  });
}
