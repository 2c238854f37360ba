import { type Problem, ProblemError } from '../../base/problem.js';
import type { LoadStep } from '../../imports/evidence/evidence.js';
import { readEvidence } from '../../imports/evidence/readEvidence.js';
import { type EvidenceWarning, warningLine } from '../../imports/evidence/warning.js';
import type { RecordedSeries, Recording } from '../../results/recording.js';
import { isSeriesRole, type SeriesRole, seriesRoles } from '../../results/seriesRoles.js';
import { unknownName, usageError } from '../usageError.js';

/** What `--actual` recorded, on one clock. */
export interface ActualRecording {
  readonly recording: Recording;
  /** The load as it was put on the service, where a file says it. */
  readonly steps: readonly LoadStep[];
  /** What must be read before the result, a line each. */
  readonly warnings: readonly string[];
}

interface Part {
  readonly file: string;
  readonly recording: Recording;
  readonly steps: readonly LoadStep[];
}

/** Reads the files of `--actual`, whatever their kinds. @throws ProblemError with all that is wrong with them */
export async function readActual(files: readonly string[], seriesTexts: readonly string[]): Promise<ActualRecording> {
  const { evidence, warnings, problems } = await readEvidence(files, { series: seriesRolesOf(seriesTexts) });
  if (problems.length > 0) throw new ProblemError(problems);
  const parts = evidence.flatMap((one): Part[] => {
    if (!('recording' in one) || one.recording.series.length === 0) return [];
    return [{ file: one.file, recording: one.recording, steps: 'steps' in one ? one.steps : [] }];
  });
  if (parts.length === 0) {
    const read = evidence.map(({ file, summary }) => `${file}: ${summary}`).join('; ');
    throw nothingRecorded(files, read === '' ? 'nothing' : read);
  }
  const joined = joinedParts(parts);
  return { ...joined, warnings: [...warnings, ...joined.warnings].map(warningLine) };
}

function nothingRecorded(files: readonly string[], read: string): ProblemError {
  return new ProblemError([
    {
      code: 'nothing-recorded',
      where: files.length === 1 ? { file: files[0] } : {},
      what: `has no series over time that are known (${read})`,
      why: 'A backtest lays the simulation over what was recorded: replicas, CPU, latency, errors.',
      fix: `record replicas over time (dryscale queries prints how), or say what a series is: --series NAME=ROLE, with ROLE one of ${seriesRoles.map(({ name }) => name).join(', ')}.`,
    },
  ]);
}

function seriesRolesOf(texts: readonly string[]): Record<string, SeriesRole> {
  const pairs = texts.map((text): [string, SeriesRole] => {
    const split = text.lastIndexOf('=');
    const [name, role] = [text.slice(0, split), text.slice(split + 1)];
    if (split <= 0) {
      const why = 'It says what a series shows.';
      const fix = 'write NAME=ROLE, for example --series http_total=request-rate.';
      throw usageError({ code: 'bad-series', what: `--series is "${text}"`, why, fix });
    }
    if (isSeriesRole(role)) return [name, role];
    throw unknownName(
      'role of --series',
      role,
      seriesRoles.map((one) => one.name),
    );
  });
  return Object.fromEntries(pairs);
}

/** One recording of all files: those with dates by their dates, those without from one common beginning. */
function joinedParts(
  parts: readonly Part[],
): Omit<ActualRecording, 'warnings'> & { readonly warnings: readonly EvidenceWarning[] } {
  const starts = parts.flatMap(({ recording }) => recording.startUnixSeconds ?? []);
  const undated = parts.filter(({ recording }) => recording.startUnixSeconds === null);
  if (starts.length > 0 && undated.length > 0) throw clocksDiffer(undated[0].file);
  const startUnixSeconds = starts.length === 0 ? null : Math.min(...starts);
  const series: RecordedSeries[] = [];
  const warnings: EvidenceWarning[] = undated.slice(1).map(({ file }) => ({
    code: 'clock-unknown',
    where: { file },
    what: `counts from its own beginning, as ${undated[0].file} does`,
    assumed: 'that both begin at the same instant',
  }));
  for (const { file, recording } of parts) {
    const offset = (recording.startUnixSeconds ?? 0) - (startUnixSeconds ?? 0);
    for (const one of recording.series) {
      const taken = series.find(({ role }) => role === one.role);
      if (taken === undefined) series.push(moved(one, offset));
      else {
        const what = `${one.source.name} could be the ${one.role}, as ${taken.source.name} of ${taken.source.file}`;
        warnings.push({ code: 'role-taken', where: { file }, what, assumed: `${taken.source.name}` });
      }
    }
  }
  return { recording: { startUnixSeconds, series }, steps: parts.flatMap(({ steps }) => steps), warnings };
}

function moved(series: RecordedSeries, offsetSeconds: number): RecordedSeries {
  if (offsetSeconds === 0) return series;
  return { ...series, points: series.points.map(([seconds, value]) => [seconds + offsetSeconds, value] as const) };
}

function clocksDiffer(file: string): ProblemError {
  const problem: Problem = {
    code: 'clock-unknown',
    where: { file },
    what: 'counts from its own beginning, but the other files have dates',
    why: 'Nobody can tell when its second 0 was.',
    fix: 'export it with dates, or backtest on it alone.',
  };
  return new ProblemError([problem]);
}
