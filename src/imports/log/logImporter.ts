import { parseDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { isoTime } from '../../base/isoTime.js';
import { suggestion } from '../../base/nearest.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { lines } from '../../traffic/trace/lines.js';
import type { Imported, Importer, ImportRequest } from '../importer.js';
import { inputChunks, inputProblem } from '../readInput.js';
import { traceUsage } from '../traceUsage.js';
import type { LineFormat, LogLine } from './lineFormat.js';
import { lineFormats } from './lineFormats.js';
import { droppedNotes, type LineFaults, linesNote, logHygiene, stampNotes } from './logHygiene.js';
import { binCountLimit, RequestBins } from './requestBins.js';
import { classLines, RequestClasses } from './requestClasses.js';
import { type RequestKind, requestKind } from './requestKind.js';

/**
 * An access log as counts by interval.
 *
 * By the minute unless asked otherwise: within a minute independent arrivals are Poisson, which the replay draws, and
 * counts by the second would bring the noise of the log a second time.
 */
export const logImporter: Importer = {
  name: 'log',
  summary: 'an access log (nginx, Apache, Envoy, ALB, JSON lines, also .gz) -> a trace of counts',
  settings: ['format', 'interval', 'keep', 'classes'],
  async read({ file, format, interval, out, keep = [], classes }: ImportRequest): Promise<Imported> {
    const intervalSeconds = readInterval(interval ?? '1m');
    const asked = format === undefined ? undefined : formatNamed(format);
    const kept = readKept(keep);
    const counted = countRequests(file, { asked, intervalSeconds, kept });
    const dropped = counted.bins.dropPartial();
    return {
      text: csvOf(counted.bins, classes === undefined ? [] : counted.classes.most(classes)),
      notes: [
        `format ${counted.format.name}`,
        linesNote(counted, dropped),
        ...stampNotes(counted.stamps),
        ...droppedNotes(dropped, counted.bins),
        ...logHygiene(counted.bins, counted.zones, counted.faults),
        ...classLines(counted.classes.most(classes ?? shownClassCount)),
      ],
      usage: traceUsage({ column: 'count', file: out }),
    };
  },
};

/** Classes of the printed table. */
const shownClassCount = 8;

interface Counted {
  readonly bins: RequestBins;
  readonly classes: RequestClasses;
  readonly lineCount: number;
  /** Left out. */
  readonly kinds: Readonly<Record<'probe' | 'static', number>>;
  readonly stamps: Readonly<Record<LogLine['stamp'], number>>;
  readonly format: LineFormat;
  readonly zones: ReadonlySet<number | undefined>;
  readonly faults: LineFaults;
}

interface CountRules {
  readonly asked: LineFormat | undefined;
  readonly intervalSeconds: number;
  readonly kept: ReadonlySet<RequestKind>;
}

function countRequests(file: string, { asked, intervalSeconds, kept }: CountRules): Counted {
  const bins = new RequestBins(intervalSeconds);
  const classes = new RequestClasses(intervalSeconds);
  const kinds = { user: 0, probe: 0, static: 0 };
  const stamps = { arrival: 0, subtracted: 0, unknown: 0 };
  let lineCount = 0;
  const zones = new Set<number | undefined>();
  let format = asked;
  let first: string | undefined;
  let notUnderstoodCount = 0;
  let firstNotUnderstood: number | undefined;
  let damagedCount = 0;
  let firstDamaged: number | undefined;
  for (const { number, text } of lines(inputChunks(file), file)) {
    first ??= text;
    lineCount++;
    const line = (format ?? formatOf(text)).read(text);
    if (line === undefined) {
      notUnderstoodCount++;
      firstNotUnderstood ??= number;
      continue;
    }
    // The first line that is understood decides for the rest.
    format ??= formatOf(text);
    if (line.isDamaged) {
      damagedCount++;
      firstDamaged ??= number;
    }
    const kind = requestKind(line);
    if (!kept.has(kind)) {
      kinds[kind]++;
      continue;
    }
    zones.add(line.zoneSeconds);
    stamps[line.stamp]++;
    classes.add(line);
    bins.add(line);
    if (bins.binCount > binCountLimit) throw tooLong(file, number, bins);
  }
  if (format !== undefined && bins.requestCount === 0 && lineCount > notUnderstoodCount) throw nobodyCame(file, kinds);
  if (format === undefined || bins.requestCount === 0) throw nothingUnderstood(file, first, asked);
  const faults = { notUnderstoodCount, firstNotUnderstood, damagedCount, firstDamaged };
  return { bins, classes, lineCount, kinds, stamps, format, zones, faults };
}

function readKept(keep: readonly string[]): Set<RequestKind> {
  const kinds: Readonly<Record<string, RequestKind>> = { probes: 'probe', static: 'static' };
  const names = keep.flatMap((one) => one.split(','));
  for (const name of names) {
    if (Object.hasOwn(kinds, name)) continue;
    throw usageProblem({
      code: 'unknown-name',
      what: `--keep "${name}" is unknown`,
      why: 'Probes and static files are left out of the counts unless they are kept.',
      fix: suggestion(name, Object.keys(kinds)),
    });
  }
  return new Set(['user', ...names.map((name) => kinds[name])]);
}

function formatOf(text: string): LineFormat {
  return lineFormats.find((format) => format.read(text) !== undefined) ?? lineFormats[0];
}

function csvOf(bins: RequestBins, classes: ReturnType<RequestClasses['most']>): string {
  const rows = [['time', 'count', ...classes.map(({ name }) => name)].join(',')];
  for (const { seconds, requestCount } of bins) {
    const bin = Math.round(seconds / bins.intervalSeconds);
    rows.push([isoTime(seconds), requestCount, ...classes.map((one) => one.bins.get(bin) ?? 0)].join(','));
  }
  return `${rows.join('\n')}\n`;
}

function nobodyCame(file: string, { probe, static: files }: Counted['kinds']): Error {
  return inputProblem(file, {
    code: 'no-requests',
    what: `holds nothing but health probes (${probe}) and static files (${files})`,
    why: 'They are left out of the counts.',
    fix: 'to count them too, add --keep probes,static.',
  });
}

function usageProblem(words: Omit<Problem, 'where'>): ProblemError {
  return new ProblemError([{ ...words, where: {} }], exitCode.wrongUsage);
}

function formatNamed(name: string): LineFormat {
  const found = lineFormats.find((format) => format.name === name);
  if (found !== undefined) return found;
  throw usageProblem({
    code: 'unknown-name',
    what: `--format "${name}" is unknown`,
    why: 'Only the formats listed here are read.',
    fix: suggestion(
      name,
      lineFormats.map((format) => format.name),
    ),
  });
}

function readInterval(text: string): number {
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds >= 1 && Number.isInteger(seconds)) return seconds;
  throw usageProblem({
    code: 'bad-duration',
    what: `--interval is "${text}"`,
    why: 'Requests are counted by whole seconds.',
    fix: 'write for example --interval 1s or --interval 1m.',
  });
}

function tooLong(file: string, line: number, bins: RequestBins): Error {
  const span = `${isoTime(bins.firstSeconds)} to ${isoTime(bins.lastSeconds)}`;
  const words = {
    code: 'span-too-long',
    what: `spans ${span}, more than ${binCountLimit} intervals`,
    why: 'A single wrong date makes a trace of mostly nothing.',
    fix: 'remove lines with a wrong date, or count by longer intervals: --interval 1m.',
  };
  return inputProblem(file, words, line);
}

function nothingUnderstood(file: string, first: string | undefined, asked: LineFormat | undefined): Error {
  if (first === undefined) {
    return inputProblem(file, {
      code: 'empty-file',
      what: 'has no lines',
      why: 'There is nothing to count.',
      fix: 'name a log with requests in it.',
    });
  }
  const expected = asked === undefined ? lineFormats : [asked];
  const words = {
    code: 'unknown-format',
    what: `has no line that could be understood; the first is "${first.slice(0, 80)}"`,
    why: `Lines look like this: ${expected.map(({ example }) => example).join('  or  ')}`,
    fix: asked === undefined ? 'convert the log to one of these forms.' : 'leave --format out, or convert the log.',
  };
  return inputProblem(file, words, 1);
}
