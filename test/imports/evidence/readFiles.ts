import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvidenceOptions } from '../../../src/imports/evidence/evidenceReader.js';
import { type EvidenceSet, readEvidence } from '../../../src/imports/evidence/readEvidence.js';
import { readAskedSeries } from '../../../src/imports/evidence/series/askedSeries.js';

/** Files by name, read as evidence; `--series` as on the command line. */
export async function evidenceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  { series = [], ...options }: Partial<Omit<EvidenceOptions, 'series'>> & { readonly series?: readonly string[] } = {},
): Promise<EvidenceSet> {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  const paths = Object.keys(files).map((name) => join(folder, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return readEvidence(paths, { series: readAskedSeries(series).asked, ...options });
}

/** The values of a role; undefined where the recording has none. */
export function valuesOf({ recording }: EvidenceSet, role: string): number[] | undefined {
  return recording.series.find((one) => one.role === role)?.points.map(([, value]) => value);
}

export const codesOf = (found: readonly { readonly code: string }[]): string[] => found.map(({ code }) => code);

/** 2026-03-03T15:00:00Z. */
export const begin = 1_772_550_000;

type Labels = Readonly<Record<string, string>>;
export type MatrixSeries = readonly [labels: Labels, values: readonly (number | string)[]];

export const seriesOf = ([metric, values]: MatrixSeries, stepSeconds = 60) => ({
  metric,
  values: values.map((value, index) => [begin + stepSeconds * index, String(value)]),
});
export const answerOf = (...series: readonly MatrixSeries[]) => ({
  status: 'success',
  data: { resultType: 'matrix', result: series.map((one) => seriesOf(one)) },
});
export const matrix = (...series: readonly MatrixSeries[]): string => JSON.stringify(answerOf(...series));

/** A counter that rises by so much a minute. */
export const counter = (perSecond: readonly number[], first = 0): number[] => {
  let sum = first;
  return [first, ...perSecond.map((rate) => (sum += 60 * rate))];
};
