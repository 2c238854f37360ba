import { suggestion } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import type { RecordedObservation } from '../../policy/observation.js';
import { metricNames } from '../../telemetry/metrics.js';
import type { RecordedColumn, RecordedTable } from './recordedTable.js';
import type { Recording, RecordingOptions } from './recording.js';

/** Counts of instances that a recording may have besides metrics. */
const countNames = ['desired', 'ready', 'starting', 'min', 'max'] as const;
type CountName = (typeof countNames)[number];
/** No bound is recorded: the policy's own wish counts. */
const unboundedCount = 1_000_000;

interface Mapped {
  readonly column: RecordedColumn;
  readonly target: string;
}

/**
 * Observations of one service from recorded columns.
 *
 * A column is what `--metric` says, or what its name says. Without a count of instances the policy's last decision
 * stands for it: the dry run of a configuration on recorded metrics.
 * @throws ProblemError when a name is unknown, or no column is mapped
 */
export function observationsOf({ seconds, columns }: RecordedTable, options: RecordingOptions): Recording {
  const mapped = mappedColumns(columns, options);
  const metricColumns = mapped.filter(({ target }) => metricNames.some((name) => name === target));
  const countColumns = mapped.filter(({ target }) => !metricColumns.some((one) => one.target === target));
  const hasCount = countColumns.some(({ target }) => target === 'desired' || target === 'ready');
  const [first] = seconds;
  const observations = seconds.map((instant, index): RecordedObservation => {
    const metrics = metricColumns.flatMap(({ column, target }) =>
      Number.isFinite(column.values[index]) ? [[target, column.values[index]] as const] : [],
    );
    const counts = new Map(countColumns.map(({ column, target }) => [target, column.values[index]]));
    return {
      time: instant - first,
      service: 'service',
      instances: instancesOf(counts),
      metrics: Object.fromEntries(metrics),
      resources: {},
      context: {},
    };
  });
  const ignored = columns.filter((column) => !mapped.some((one) => one.column === column));
  return { observations, carriesDesired: !hasCount, notes: notesOf(ignored, hasCount) };
}

function instancesOf(counts: ReadonlyMap<string, number>): RecordedObservation['instances'] {
  const count = (name: CountName) => {
    const value = counts.get(name);
    return value !== undefined && Number.isFinite(value) ? Math.max(0, Math.round(value)) : undefined;
  };
  const ready = count('ready') ?? count('desired') ?? 1;
  return {
    desired: count('desired') ?? ready,
    ready,
    pending: 0,
    starting: count('starting') ?? 0,
    draining: 0,
    failed: 0,
    min: count('min') ?? 0,
    max: count('max') ?? unboundedCount,
  };
}

function mappedColumns(columns: readonly RecordedColumn[], { file, metricNames: given }: RecordingOptions): Mapped[] {
  const targets = [...metricNames, ...countNames] as readonly string[];
  const names = [...new Set(columns.flatMap((column) => column.names))];
  for (const [name, target] of Object.entries(given)) {
    if (!names.includes(name)) throw unknown(file, `has no series or column "${name}"`, name, names);
    if (!targets.includes(target))
      throw unknown(file, `--metric ${name}=${target}: no metric is "${target}"`, target, targets);
  }
  const mapped = columns.flatMap((column): Mapped[] => {
    const name =
      column.names.find((one) => Object.hasOwn(given, one)) ?? column.names.find((one) => targets.includes(one));
    return name === undefined ? [] : [{ column, target: given[name] ?? name }];
  });
  const double = mapped.find(({ target }, index) => mapped.findIndex((one) => one.target === target) < index);
  if (double !== undefined) throw twice(file, double.target, mapped);
  if (mapped.length > 0) return mapped;
  throw unknown(
    file,
    'has no series or column that is a metric here',
    names[0] ?? '',
    names,
    'add --metric NAME=METRIC. ',
  );
}

function twice(file: string, target: string, mapped: readonly Mapped[]): ProblemError {
  const names = mapped.filter((one) => one.target === target).map(({ column }) => column.names[0]);
  return new ProblemError([
    {
      code: 'several-series',
      where: { file },
      what: `${names.length} series are ${target}: ${names.join(', ')}`,
      why: 'It is not clear which one the policy would see.',
      fix: 'name one in full with its labels, or aggregate them in the query: sum(...), avg(...).',
    },
  ]);
}

function unknown(file: string, what: string, name: string, known: readonly string[], hint = ''): ProblemError {
  const why = `Metrics here are ${metricNames.join(', ')}; counts ${countNames.join(', ')}.`;
  return new ProblemError([
    { code: 'unknown-metric', where: { file }, what, why, fix: `${hint}${suggestion(name, known)}` },
  ]);
}

function notesOf(ignored: readonly RecordedColumn[], hasCount: boolean): string[] {
  return [
    ...(ignored.length === 0
      ? []
      : [`not read: ${ignored.map(({ names }) => names[0]).join(', ')} (map with --metric)`]),
    ...(hasCount ? [] : ['no count of instances was recorded: each decision is taken as the count from then on']),
  ];
}
