import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { readManyAnswers, readObservations } from '../../../src/imports/observations/readObservations.js';

const start = 1_772_550_000;
const series = (metric: object, values: readonly (number | string)[], step = 60) => ({
  metric,
  values: values.map((value, index) => [start + step * index, String(value)]),
});
const answer = (...result: object[]) => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });

const http = {
  label: 's0 prometheus',
  names: ['s0', 's0-prometheus'],
  feed: 's0-prometheus',
  query: 'sum(rate(http_requests_total[1m]))',
  metric: undefined,
};
const jobs = {
  label: 's1 rabbitmq "jobs"',
  names: ['s1', 'jobs'],
  feed: 's1-rabbitmq-jobs',
  query: undefined,
  metric: 'queue_depth',
};
const options = (metricNames = {}, recordable: readonly (typeof http | typeof jobs)[] = [http, jobs]) => ({
  file: 'x.json',
  metricNames,
  environment: undefined,
  manifest: { recordable, everySeconds: 15 },
});

/** What the two triggers see first, and what is said of them. */
function readOf(text: string, metricNames = {}) {
  const { observations, notes } = readObservations(text, options(metricNames));
  const [{ feeds, metrics }] = observations;
  return { seen: [feeds?.['s0-prometheus'], feeds?.['s1-rabbitmq-jobs'] ?? metrics], notes: notes.join('\n') };
}

describe('recorded series are given to the triggers that read them', () => {
  const plain = series({ job: 'shop' }, [70, 71]);
  const queue = series({ __name__: 'rabbitmq_queue_messages_ready', queue: 'a' }, [3, 4]);
  it.each([
    ['by --metric, and the only one left', answer(plain, queue), { '{job="shop"}': 's0' }, '{job="shop"} (--metric)'],
    ['by --metric the other way round', answer(plain, queue), { s0: '{job="shop"}' }, 'the only series left'],
    [
      "by KEDA's own gauge",
      answer(series({ __name__: 'keda_scaler_metrics_value', metric: 's0-prometheus' }, [70]), queue),
      {},
      'its name',
    ],
    [
      'by the one metric of the query',
      answer(series({ __name__: 'http_requests_total' }, [70]), queue),
      {},
      'its query',
    ],
    [
      'by our own metric',
      answer(plain, series({ __name__: 'depth' }, [3])),
      { '{job="shop"}': 's0', depth: 'queue_depth' },
      '--metric',
    ],
    [
      'but never from a count of replicas',
      answer(plain, queue, series({ __name__: 'kube_deployment_spec_replicas' }, [5])),
      { '{job="shop"}': 's0' },
      'desired is kube_deployment_spec_replicas{}',
    ],
  ])('%s', (_, text, metricNames, words) => {
    const { seen, notes } = readOf(text, metricNames);
    expect(seen).toEqual([{ queue_depth: 70 }, { queue_depth: 3 }]);
    expect(notes).toContain(words);
  });

  it('one that has none is a problem that lists the series', () => {
    const read = () => readObservations(answer(plain, queue), options());
    expect(read).toThrow(ProblemError);
    expect(read).toThrow(
      /no series for s0 prometheus \(sum\(rate.*\{job="shop"\}, rabbitmq_queue_messages_ready\{queue="a"\}/,
    );
    expect(read).toThrow(/no series for s1 rabbitmq "jobs"/);
    const several = answer(
      series({ __name__: 'http_requests_total', a: '1' }, [1]),
      series({ __name__: 'http_requests_total', a: '2' }, [1]),
    );
    expect(() => readObservations(several, options({}, [http]))).toThrow(/2 series fit s0 prometheus/);
    expect(() => readObservations(answer(plain), options({ s0: 'nope' }))).toThrow(/no metric or series is "nope"/);
  });

  it('from several files too, each called by its name', () => {
    const files = [
      { file: 'bundle/s0.json', text: answer(series({}, [70, 'NaN'])) },
      { file: 'bundle/jobs.json', text: answer(series({}, [3, 4])) },
    ];
    const { observations, missingCount } = readManyAnswers(files, options());
    expect(
      observations.map(({ time, feeds }) => [time, feeds?.['s0-prometheus'], feeds?.['s1-rabbitmq-jobs']]),
    ).toEqual([
      ...[0, 15, 30, 45].map((time) => [time, { queue_depth: 70 }, { queue_depth: 3 }]),
      [60, {}, { queue_depth: 4 }],
    ]);
    expect(missingCount).toBe(1);
    expect(observations[0].epochSeconds).toBe(start);
  });
});

it('a manifest decides by its own clock, whatever the step of the recording, and sees nothing in a gap', () => {
  for (const step of [5, 15, 20, 60]) {
    const text = answer(series({ __name__: 'queue_depth' }, [1, 2, 3, 4], step));
    const { observations } = readObservations(text, options({}, []));
    expect(observations.map(({ time }) => time)).toEqual(
      Array.from({ length: Math.floor((3 * step) / 15) + 1 }, (_, index) => index * 15),
    );
    for (const { time, metrics } of observations) expect(metrics.queue_depth).toBe(1 + Math.floor(time / step));
  }
  const rows = ['time,queue_depth', '0,1', '60,1', '120,1', '3600,1'].join('\n');
  const { observations } = readObservations(rows, options({}, []));
  expect(observations.filter(({ metrics }) => metrics.queue_depth === undefined)).toHaveLength(
    (3600 - 120 - 300) / 15 - 1,
  );
});
