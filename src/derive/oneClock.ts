import { isoTime } from '../base/isoTime.js';
import type { Evidence } from '../imports/evidence/evidence.js';
import type { EvidenceWarning } from '../imports/evidence/warning.js';
import type { RecordedSeries, Recording } from '../results/recording.js';

export interface OneClock {
  readonly recording: Recording;
  readonly warnings: readonly EvidenceWarning[];
}

interface Part {
  readonly file: string;
  readonly recording: Recording;
}

/** Metrics know the fleet, a log the arrivals, a load test itself: whose clock counts, in this order. */
const kinds = ['series', 'log', 'load-test'] as const;

/**
 * All recorded series on the clock of the first recording: those of metrics before those of logs and load tests.
 *
 * What was recorded at another time, or on a clock that cannot be compared, is left out, and so is a second series of a role;
 * each with a warning.
 */
export function onOneClock(evidence: readonly Evidence[]): OneClock {
  const parts = kinds.flatMap((kind) =>
    evidence.flatMap((one): Part[] =>
      one.kind === kind && 'recording' in one && one.recording.series.length > 0
        ? [{ file: one.file, recording: one.recording }]
        : [],
    ),
  );
  if (parts.length === 0) return { recording: { startUnixSeconds: null, series: [] }, warnings: [] };
  const [{ recording: first }] = parts;
  const taken: RecordedSeries[] = [];
  const warnings: EvidenceWarning[] = [];
  for (const part of parts) {
    const shift = shiftOf(part.recording, first);
    const moved = part.recording.series.map((one) => ({
      ...one,
      points: one.points.map(([at, value]) => [at + (shift ?? 0), value] as const),
    }));
    const reason =
      shift === undefined ? clockWords : taken.length > 0 && !overlaps(moved, taken) ? apartWords : undefined;
    if (reason !== undefined) {
      warnings.push({ ...reason(part.recording, first, parts[0].file), where: { file: part.file } });
      continue;
    }
    for (const one of moved) {
      const known = taken.find(({ role }) => role === one.role);
      if (known === undefined) taken.push(one);
      else if (known.source.file !== one.source.file) warnings.push(secondSeries(one, known));
    }
  }
  return { recording: { startUnixSeconds: first.startUnixSeconds, series: taken }, warnings };
}

/** Seconds to add; undefined where one of the two clocks has no date. Two without one are taken to begin together. */
function shiftOf({ startUnixSeconds: own }: Recording, { startUnixSeconds: first }: Recording): number | undefined {
  if (own === null && first === null) return 0;
  return own === null || first === null ? undefined : own - first;
}

function overlaps(some: readonly RecordedSeries[], others: readonly RecordedSeries[]): boolean {
  const [a, b] = [spanOf(some), spanOf(others)];
  return a.from <= b.to && b.from <= a.to;
}

function spanOf(series: readonly RecordedSeries[]): { readonly from: number; readonly to: number } {
  const times = series.flatMap(({ points }) =>
    points.length === 0 ? [] : [points[0][0], points[points.length - 1][0]],
  );
  return { from: Math.min(...times), to: Math.max(...times) };
}

type Words = Omit<EvidenceWarning, 'where'>;

function clockWords({ startUnixSeconds }: Recording, _first: Recording, firstFile: string): Words {
  const what = startUnixSeconds === null ? 'has times without a date' : `has dates, and ${firstFile} has none`;
  return { code: 'another-clock', what, assumed: `nothing of it: it cannot be laid beside ${firstFile}` };
}

function apartWords(own: Recording, first: Recording, firstFile: string): Words {
  const when = ({ startUnixSeconds }: Recording) =>
    startUnixSeconds === null ? 'second 0' : isoTime(startUnixSeconds);
  const what = `begins ${when(own)} and does not overlap ${firstFile}, which begins ${when(first)}`;
  return { code: 'another-time', what, assumed: 'nothing of its series: what happened at other times is not compared' };
}

function secondSeries({ role, source }: RecordedSeries, { source: known }: RecordedSeries): EvidenceWarning {
  return {
    code: 'second-series',
    where: { file: source.file },
    what: `${source.name} is a second ${role}`,
    assumed: `that of ${known.file} (${known.name}); leave one of the two files out to choose`,
  };
}
