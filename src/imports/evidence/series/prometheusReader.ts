import type { RecordedSeries } from '../../../results/recording.js';
import { unitOf } from '../../../results/seriesRoles.js';
import { readMatrix, type Series } from '../../prometheus/readMatrix.js';
import { toRates } from '../../prometheus/toRates.js';
import type { EvidenceReader } from '../evidenceReader.js';
import { knownSeries } from './knownSeries.js';

/** Answers of Prometheus' query_range. */
export const prometheusReader: EvidenceReader = {
  name: 'prometheus',
  summary: 'answers of Prometheus query_range (JSON)',
  recognises: ({ jsonKeys }) =>
    ['status', 'data'].every((key) => jsonKeys.includes(key)) ||
    ['metric', 'values'].every((key) => jsonKeys.includes(key)),
  read(file, options) {
    const all = readMatrix(file);
    const startUnixSeconds = all.reduce(
      (first, { samples }) => Math.min(first, samples[0]?.seconds ?? first),
      Infinity,
    );
    const unused: string[] = [];
    const series: RecordedSeries[] = [];
    for (const one of all) {
      const role = options.series[one.label] ?? knownSeries.find(({ name }) => name.test(one.name ?? ''))?.role;
      if (role === undefined || series.some((taken) => taken.role === role)) unused.push(one.label);
      else series.push(recorded(one, { role, file, startUnixSeconds }));
    }
    const summary = `Prometheus, ${all.length} series`;
    const recording = { startUnixSeconds, series };
    return { evidence: [{ kind: 'series', file, summary, recording, unused, steps: [] }], warnings: [] };
  },
};

function recorded(
  one: Series,
  { role, file, startUnixSeconds }: { role: RecordedSeries['role']; file: string; startUnixSeconds: number },
): RecordedSeries {
  const rows = toRates(one).rows;
  return {
    role,
    source: { file, name: one.name ?? one.label, labels: {} },
    unit: unitOf(role),
    points: rows.map(({ seconds, ratePerSecond }) => [seconds - startUnixSeconds, ratePerSecond] as const),
    stepSeconds: rows.length < 2 ? null : rows[1].seconds - rows[0].seconds,
    windowSeconds: null,
    terminatingSeconds: 0,
  };
}
