import { formatDuration, parseDuration } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { type MetricFamily, openMetricsParts } from '../../base/openMetricsText.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { inputProblem } from '../../imports/readInput.js';
import { chosenRun } from '../../results/chosenRuns.js';
import { readResultDocument } from '../../results/readResultDocument.js';
import type { Exporter } from '../exporter.js';
import { formatNamed } from '../formatNamed.js';
import { startSecondsOf } from '../startSeconds.js';
import { type ClusterSeries, clusterSeries, type ServiceCurves } from './clusterSeries.js';
import { vcpusOfServices } from './vcpusOfServices.js';

/** Seconds between two points where nobody asks: how often most clusters are scraped, and what dashboards ask for. */
const usualSeconds = [15, 30, 60, 300, 900, 3600];

/** What monitoring would have shown of the run that a result shows: as answers of Prometheus, one a query, or as samples for its storage. */
export const prometheusExporter: Exporter = {
  name: 'prometheus',
  summary: 'RESULT (report.json) -> answers of query_range, as JSON, or samples for a Prometheus',
  settings: ['policy', 'format', 'interval', 'start'],
  async write({ file, out, policies, format = 'json', interval, start }) {
    const form = formatNamed(format, forms);
    const { scenario, policy } = chosenRun(readResultDocument(file), policies);
    const vcpus = vcpusOfServices(scenario);
    const services = policy.timeline.map((timeline) => {
      return { timeline, slo: scenario.slo, vcpus: vcpus[timeline.service] };
    });
    const [first] = services;
    if (first === undefined || first.timeline.rate.length === 0) throw noCurves(file);
    const stepSeconds = first.timeline.step_s;
    const intervalSeconds = intervalOf(interval, stepSeconds);
    const points = { stepSeconds, intervalSeconds, startSeconds: startSecondsOf(start, scenario.start) };
    const restSeconds = scenario.duration_s % intervalSeconds;
    const answers = clusterSeries.map((series) => ({ series, result: resultOf(series, services, points) }));
    const held = answers.filter(({ result }) => result.length > 0);
    const missing = answers.flatMap(({ series, result }) =>
      result.length === 0 && series.isOfModels !== true ? series.name : [],
    );
    return {
      text: form.text(held),
      notes: [
        `${policy.name} in ${scenario.name}, replication ${scenario.shown_replication ?? 0}: ${held.length} queries, a point each ${formatDuration(intervalSeconds)}`,
        ...approximations(
          points,
          held.map(({ series }) => series),
        ),
        ...(restSeconds === 0 ? [] : [`the last point is of ${formatDuration(restSeconds)}, up to the end of the run`]),
        `left out, for a result does not hold them: ${[...missing, 'memory', 'throttling', 'requests in flight'].join(', ')}`,
      ],
      usage: form.usage(out),
    };
  },
};

/** The series of one query, one a service that has it. */
interface Answer {
  readonly series: ClusterSeries;
  readonly result: readonly MatrixSeries[];
}

/** As an answer of query_range has it. */
interface MatrixSeries {
  readonly metric: { readonly __name__: string; readonly [label: string]: string };
  readonly values: readonly (readonly [seconds: number, value: string])[];
}

interface Form {
  text(answers: readonly Answer[]): string | Iterable<string>;
  usage(out: string | undefined): readonly string[];
}

const forms: Readonly<Record<string, Form>> = {
  json: {
    text: (answers) => {
      const bundle = answers.map(({ series, result }) => [
        series.name,
        { status: 'success', data: { resultType: 'matrix', result } },
      ]);
      return `${JSON.stringify(Object.fromEntries(bundle))}\n`;
    },
    usage: () => [],
  },
  openmetrics: {
    text: (answers) => openMetricsParts(answers.map(familyOf)),
    usage: (out) => [
      `next: ${shellCommand(['promtool', 'tsdb', 'create-blocks-from', 'openmetrics', out ?? 'FILE', 'data'])}`,
    ],
  },
};

function familyOf({ series, result: [first, ...others] }: Answer): MetricFamily {
  return {
    name: first.metric.__name__,
    help: `The ${series.name} of a run that was simulated.`,
    samples: [first, ...others].flatMap(({ metric: { __name__: _name, ...labels }, values }) =>
      values.map(([seconds, value]) => ({ labels, value: Number(value), seconds })),
    ),
  };
}

interface Points {
  /** Of the result's curves. */
  readonly stepSeconds: number;
  readonly intervalSeconds: number;
  readonly startSeconds: number;
}

/** The series of the services that have it, as the list `result` of an answer. */
function resultOf(series: ClusterSeries, services: readonly ServiceCurves[], points: Points): MatrixSeries[] {
  const stepCount = Math.round(points.intervalSeconds / points.stepSeconds);
  return services.flatMap((curves) => {
    const at = series.of(curves);
    if (at === undefined) return [];
    const { service, rate } = curves.timeline;
    const values: [number, string][] = [];
    // The last interval may be cut short by the end of the run.
    for (let from = 0; from < rate.length; from += stepCount) {
      const value = at({ from, to: Math.min(from + stepCount, rate.length) });
      if (value === undefined) continue;
      const seconds = points.startSeconds + (from + stepCount) * points.stepSeconds;
      values.push([seconds, String(Number(value.toPrecision(6)))]);
    }
    const labels = { namespace: 'default', [series.label]: service };
    return [{ metric: { __name__: series.metric(formatDuration(points.intervalSeconds)), ...labels }, values }];
  });
}

/** Seconds between two points: a whole number of the steps that the curves have. @throws ProblemError */
function intervalOf(asked: string | undefined, stepSeconds: number): number {
  if (asked === undefined) return usualSeconds.find((usual) => usual % stepSeconds === 0) ?? stepSeconds;
  const seconds = parseDuration(asked);
  const stepCount = (seconds ?? 0) / stepSeconds;
  if (seconds !== undefined && stepCount >= 1 && Number.isInteger(stepCount)) return seconds;
  const step = formatDuration(stepSeconds);
  const problem = {
    code: 'bad-duration',
    where: {},
    what: `--interval is "${asked}"`,
    why: `The curves of the result have a point each ${step}.`,
    fix: `write a multiple of it, for example --interval ${formatDuration(4 * stepSeconds)}.`,
  };
  throw new ProblemError([problem], exitCode.wrongUsage);
}

/** Where the numbers are not those that counters would have given. */
function approximations(
  { stepSeconds, intervalSeconds }: Pick<Points, 'stepSeconds' | 'intervalSeconds'>,
  held: readonly ClusterSeries[],
): string[] {
  const [step, interval] = [formatDuration(stepSeconds), formatDuration(intervalSeconds)];
  return [
    `rates are over ${interval}; replicas are those at the point`,
    ...(held.some(({ name }) => name === 'cpu')
      ? [
          'cpu is utilization x ready instances x vcpus: instances that drain, or start, within an interval are not told apart',
        ]
      : []),
    ...(intervalSeconds > stepSeconds
      ? [`a quantile over ${interval} is the mean of those over ${step}, weighted by requests`]
      : []),
    ...(held.some(({ isOfModels }) => isOfModels)
      ? [`of model servers, what waits, memory and quantiles are the worst ${step} in ${interval}`]
      : []),
  ];
}

function noCurves(file: string): Error {
  return inputProblem(file, {
    code: 'no-curves',
    what: 'holds no curves of a run',
    why: 'The series are made of them.',
    fix: 'run it again with --report json.',
  });
}
