import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { readObservations } from '../../../src/imports/observations/readObservations.js';

const options = { file: 'recorded', metricNames: {}, environment: undefined };
const line = (time: number, metrics: object) =>
  JSON.stringify({
    time,
    service: 'web',
    instances: { desired: 6, ready: 4, pending: 0, starting: 2, draining: 0, failed: 0, min: 2, max: 40 },
    metrics,
  });

function messageOf(text: string, more: object = {}): string {
  try {
    readObservations(text, { ...options, ...more });
  } catch (thrown) {
    if (thrown instanceof ProblemError) return thrown.message;
    throw thrown;
  }
  return '';
}

describe('observations as JSON lines', () => {
  it('are read in order, empty lines passed over', () => {
    const { observations, carriesDesired } = readObservations(
      `${line(0, { in_flight: 3 })}\n\n${line(15, { in_flight: 4 })}\n`,
      options,
    );
    expect(observations.map(({ time, metrics }) => [time, metrics.in_flight])).toEqual([
      [0, 3],
      [15, 4],
    ]);
    expect(carriesDesired).toBe(false);
  });

  it('that show no metric at all are counted as missing', () => {
    const { missingCount } = readObservations(`${line(0, {})}\n${line(15, { in_flight: 4 })}\n`, options);
    expect(missingCount).toBe(1);
  });

  it.each([
    ['a metric that is none', line(0, { cpu_utilisation: 1 }), ['recorded:1', 'cpu_utilisation', 'cpu_utilization']],
    ['what is no JSON', `${line(0, {})}\n{time`, ['recorded:2', 'is not JSON']],
    ['time that goes back', `${line(15, {})}\n${line(0, {})}`, ['recorded:2', 'time 0 comes after 15']],
    [
      'a missing count',
      '{"time":0,"service":"a","metrics":{},"instances":{"desired":1}}',
      ['recorded:1', 'instances.ready'],
    ],
    ['nothing', '', ['holds no observation']],
  ])('name the line of %s', (_, text, words) => {
    for (const word of words) expect(messageOf(text)).toContain(word);
  });
});

describe('recorded metrics', () => {
  const table = 'time,cpu,replicas\n2026-01-01 00:00:00,0.5,2\n2026-01-01 00:00:15,,3\n2026-01-01 00:00:30,0.7,3\n';

  it('of a table become observations by the names that --metric gives', () => {
    const metricNames = { cpu: 'cpu_utilization', replicas: 'ready' };
    const { observations, carriesDesired } = readObservations(table, { ...options, metricNames });
    expect(carriesDesired).toBe(false);
    expect(
      observations.map(({ time, instances, metrics }) => [time, instances.ready, metrics.cpu_utilization]),
    ).toEqual([
      [0, 2, 0.5],
      [15, 3, undefined],
      [30, 3, 0.7],
    ]);
  });

  it('without a count of instances say that decisions stand for it', () => {
    const { carriesDesired, notes } = readObservations(table, { ...options, metricNames: { cpu: 'cpu_utilization' } });
    expect(carriesDesired).toBe(true);
    expect(notes.join(' ')).toContain('no count of instances');
    expect(notes.join(' ')).toContain('not read: replicas');
  });

  const series = (labels: object, ...values: [number, string][]) => ({
    metric: { __name__: 'cpu', ...labels },
    values,
  });
  const answer = (...result: object[]) => JSON.stringify({ status: 'success', data: { resultType: 'matrix', result } });

  it('of query_range are held between samples and go stale after five minutes', () => {
    const text = answer(series({}, [1000, '0.5'], [1060, '0.6']), {
      metric: { __name__: 'request_rate' },
      values: [
        [1000, '7'],
        [1030, '8'],
        [1400, '9'],
      ],
    });
    const { observations } = readObservations(text, { ...options, metricNames: { cpu: 'cpu_utilization' } });
    expect(observations.map(({ time, metrics }) => [time, metrics.cpu_utilization, metrics.request_rate])).toEqual([
      [0, 0.5, 7],
      [30, 0.5, 8],
      [60, 0.6, 8],
      [400, undefined, 9],
    ]);
  });

  it('of several series with one name ask which', () => {
    const text = answer(series({ pod: 'a' }, [0, '1']), series({ pod: 'b' }, [0, '2']));
    expect(messageOf(text, { metricNames: { cpu: 'cpu_utilization' } })).toContain('2 series are cpu_utilization');
    const metricNames = { 'cpu{pod="b"}': 'cpu_utilization' };
    expect(readObservations(text, { ...options, metricNames }).observations[0].metrics.cpu_utilization).toBe(2);
  });

  it.each([
    ['an unknown series', answer(series({}, [0, '1'])), { metricNames: { cpx: 'in_flight' } }, 'Did you mean "cpu"'],
    ['an unknown metric', answer(series({}, [0, '1'])), { metricNames: { cpu: 'cpu' } }, 'no metric is "cpu"'],
    ['no metric at all', answer(series({}, [0, '1'])), {}, 'add --metric'],
    ['a ragged row', 'time,cpu\n0,1\n1\n', {}, 'recorded:3'],
    ['a table of times alone', 'time\n', { metricNames: { cpu: 'cpu_utilization' } }, 'record at least one series'],
    ['a table without times', 'when,cpu\n0,1\n', {}, 'no column of times'],
  ])('refuse %s', (_, text, more, word) => {
    expect(messageOf(text, more)).toContain(word);
  });
});
