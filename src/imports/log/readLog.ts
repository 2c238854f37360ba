import { lines } from '../../traffic/trace/lines.js';
import { inputChunks, inputProblem } from '../readInput.js';
import type { LineFormat, LogLine } from './lineFormat.js';
import { lineFormats } from './lineFormats.js';
import type { LineFaults } from './logHygiene.js';
import { type RequestKind, requestKind } from './requestKind.js';

/** Which lines are taken. */
export interface LogRules {
  /** Undefined: the first line that is understood decides. */
  readonly asked: LineFormat | undefined;
  readonly kept: ReadonlySet<RequestKind>;
}

/** Where the lines of a log went: `lineCount` is the taken, the left out and those not understood. */
export interface LogRead {
  readonly lineCount: number;
  readonly takenCount: number;
  /** Left out. */
  readonly kinds: Readonly<Record<'probe' | 'static', number>>;
  readonly stamps: Readonly<Record<LogLine['stamp'], number>>;
  readonly format: LineFormat;
  readonly zones: ReadonlySet<number | undefined>;
  readonly faults: LineFaults;
}

/**
 * Hands every request of a log to `take`, line by line; memory does not follow the file.
 *
 * @throws ProblemError when no line is understood or nobody but probes came
 */
export function readLog(file: string, rules: LogRules, take: (line: LogLine, number: number) => void): LogRead {
  const kinds = { user: 0, probe: 0, static: 0 };
  const stamps = { arrival: 0, subtracted: 0, unknown: 0 };
  let lineCount = 0;
  let takenCount = 0;
  const zones = new Set<number | undefined>();
  let format = rules.asked;
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
    if (!rules.kept.has(kind)) {
      kinds[kind]++;
      continue;
    }
    zones.add(line.zoneSeconds);
    stamps[line.stamp]++;
    takenCount++;
    take(line, number);
  }
  if (format !== undefined && takenCount === 0 && lineCount > notUnderstoodCount) throw nobodyCame(file, kinds);
  if (format === undefined || takenCount === 0) throw nothingUnderstood(file, first, rules.asked);
  const faults = { notUnderstoodCount, firstNotUnderstood, damagedCount, firstDamaged };
  return { lineCount, takenCount, kinds, stamps, format, zones, faults };
}

function formatOf(text: string): LineFormat {
  return lineFormats.find((format) => format.read(text) !== undefined) ?? lineFormats[0];
}

function nobodyCame(file: string, { probe, static: files }: LogRead['kinds']): Error {
  return inputProblem(file, {
    code: 'no-requests',
    what: `holds nothing but health probes (${probe}) and static files (${files})`,
    why: 'They are left out of the counts.',
    fix: 'to count them too, add --keep probes,static.',
  });
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
