import { z } from 'zod';
import { ProblemError } from '../../base/problem.js';
import type { RecordedTable } from './recordedTable.js';
import type { RecordingOptions } from './recording.js';

const series = z.array(
  z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.tuple([z.number(), z.string()])) }),
);
const answer = z.union([
  series,
  z.object({ data: z.object({ result: series }) }).transform(({ data }) => data.result),
  z.object({ result: series }).transform(({ result }) => result),
]);

/**
 * An answer of `/api/v1/query_range`, its `data`, or the list of its series alone.
 *
 * Series are brought to the instants of all of them; between two samples a value stays.
 * @throws ProblemError
 */
export function readQueryRange(text: string, { file }: RecordingOptions): RecordedTable {
  const parsed = answer.safeParse(parseJson(text, file));
  if (!parsed.success) throw wrong(file, 'is no answer of query_range with series (resultType matrix)');
  const byLabel = new Map<string, { readonly names: readonly string[]; readonly samples: Map<number, number> }>();
  for (const { metric, values } of parsed.data) {
    const { __name__: name, ...labels } = metric;
    const text = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
    const full = `${name ?? ''}{${text.join(', ')}}`;
    // Exports come in chunks: entries with the same labels are one series.
    const known = byLabel.get(full) ?? { names: [full, ...(name === undefined ? [] : [name])], samples: new Map() };
    for (const [seconds, value] of values) known.samples.set(seconds, Number(value));
    byLabel.set(full, known);
  }
  const seconds = [...new Set([...byLabel.values()].flatMap(({ samples }) => [...samples.keys()]))].sort(
    (a, b) => a - b,
  );
  const columns = [...byLabel.values()].map(({ names, samples }) => ({ names, values: held(samples, seconds) }));
  return { seconds, columns };
}

/** Prometheus looks back five minutes for a sample; older ones are stale (its documentation, "Staleness"). */
const lookBackSeconds = 300;

function held(samples: ReadonlyMap<number, number>, seconds: readonly number[]): number[] {
  let last = { seconds: Number.NEGATIVE_INFINITY, value: Number.NaN };
  return seconds.map((instant) => {
    const value = samples.get(instant);
    if (value !== undefined) last = { seconds: instant, value };
    return instant - last.seconds <= lookBackSeconds ? last.value : Number.NaN;
  });
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(file, 'is not JSON');
  }
}

function wrong(file: string, what: string): ProblemError {
  const why = 'Recorded series are the matrix that query_range answers.';
  const fix = 'save the whole answer of /api/v1/query_range, or write observations as JSON lines.';
  return new ProblemError([{ code: 'bad-query-range', where: { file }, what, why, fix }]);
}
