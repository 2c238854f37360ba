import { describe, expect, it } from 'vitest';
import { answerQuery, numberText } from '../../../src/telemetry/promql/answerQuery.js';
import { ask, type FakeScrape, patternOf, sourceOf, startSeconds } from './fakeSource.js';

/** Every 15 s from 0 to 600: web answers 10 a second, every tenth an error; api 4; two instances, one of 1 and one of 0.5 vCPU. */
const steady = (until = 600): FakeScrape[] =>
  Array.from({ length: until / 15 + 1 }, (_, index) => {
    const seconds = index * 15;
    return {
      seconds,
      answers: [10 * seconds, 4 * seconds],
      errors: [seconds, 0],
      busy: [[seconds, 0.5 * seconds], [seconds]],
      latencies: [[...Array(index * 6).fill(0.02), ...Array(index * 3).fill(0.2), ...Array(index).fill(2)], []],
      readings: [
        { cpu_utilization: index % 2 === 0 ? 0.4 : 0.6, request_rate: 10, in_flight: index },
        { cpu_utilization: 0.1, request_rate: 4 },
      ],
    };
  });
const one = sourceOf({ scrapes: steady(), now: 600 });
const two = sourceOf({ services: ['web', 'api'], scrapes: steady(), now: 600 });

const values = (query: string, source = one) => {
  const { vector, scalar, error } = ask(source, query);
  return error ?? scalar ?? vector?.map(([, value]) => Number(Number(value).toPrecision(6)));
};

describe('a query of Prometheus', () => {
  it.each<[string, unknown]>([
    // Our own metrics.
    ['cpu_utilization', [0.4]],
    ['in_flight', [40]],
    ['http_requests_in_flight', [40]],
    ['avg_over_time(cpu_utilization[5m])', [0.5]],
    ['max_over_time(cpu_utilization[5m])', [0.6]],
    ['min_over_time(in_flight[1m])', [37]],
    ['quantile_over_time(0.5, in_flight[1m])', [38.5]],
    ['count_over_time(in_flight[1m])', [4]],
    ['deriv(in_flight[5m])', [0.0666667]],
    ['predict_linear(in_flight[5m], 60)', [44]],
    ['delta(in_flight[5m])', [20]],
    // Counters.
    ['sum(rate(http_requests_total[5m]))', [10]],
    ['sum(rate(http_requests_total{job="web"}[5m])) by (code)', [9, 1]],
    ['sum by (status) (rate(nginx_ingress_controller_requests{status=~"5.."}[2m]))', [1]],
    ['sum(increase(http_requests_total{code!~"5.."}[1m]))', [540]],
    ['sum(irate(http_requests_total[5m]))', [10]],
    ['sum(rate(http_requests_total{code="500"}[5m])) / sum(rate(http_requests_total[5m]))', [0.1]],
    ['sum(rate(http_errors_total[5m])) / sum(rate(http_requests_total[5m])) * 100', [10]],
    ['haproxy_backend_http_responses_total{code="5xx"}', [600]],
    ['http_requests_total{code="404"}', []],
    // Latencies: 60 % at 20 ms, 30 % at 200 ms, 10 % at 2 s.
    ['histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[5m])) by (le))', [1.75]],
    ['histogram_quantile(0.5, rate(http_request_duration_seconds_bucket[5m]))', [0.0225]],
    ['histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket[5m])))', [1750]],
    ['sum(rate(http_request_duration_seconds_sum[5m])) / sum(rate(http_request_duration_seconds_count[5m]))', [0.272]],
    [
      'sum(rate(http_request_duration_seconds_bucket{le="0.25"}[5m])) / sum(rate(http_request_duration_seconds_count[5m]))',
      [0.9],
    ],
    // Instances.
    ['sum(rate(container_cpu_usage_seconds_total{container!="POD"}[2m]))', [1.5]],
    ['avg(rate(process_cpu_seconds_total[2m])) by (pod)', [1, 0.5]],
    ['100 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100', [37.5]],
    [
      'sum(rate(container_cpu_usage_seconds_total[5m])) / sum(kube_pod_container_resource_limits{resource="cpu"})',
      [0.375],
    ],
    ['sum(container_memory_working_set_bytes)', [200]],
    ['count(up)', [2]],
    ['max(up{instance="web-1"})', [1]],
    ['kube_deployment_spec_replicas', [3]],
    ['kube_deployment_status_replicas_ready', [2]],
    ['topk(1, rate(container_cpu_usage_seconds_total[1m]))', [1]],
    // Operators.
    ['2 * 3 + 4 ^ 2 / 8 - 10 % 4', '6'],
    ['-2 ^ 2', '-4'],
    ['1 -2 ^ 2 + 4 -1', '0'],
    ['2 ^ -1', '0.5'],
    ['cpu_utilization * 100', [40]],
    ['1 - cpu_utilization', [0.6]],
    ['cpu_utilization > 0.5', []],
    ['cpu_utilization > bool 0.5', [0]],
    ['cpu_utilization < 0.5', [0.4]],
    ['cpu_utilization and in_flight', 'no series'],
    ['in_flight / cpu_utilization', [100]],
    ['sum(in_flight) / sum(cpu_utilization)', [100]],
    ['cpu_utilization > 0.5 or vector(0)', [0]],
    ['scalar(cpu_utilization) * 2', '0.8'],
    ['vector(3)', [3]],
    ['absent(cpu_utilization)', []],
    ['ceil(cpu_utilization * 11)', [5]],
    ['clamp_max(in_flight, 12)', [12]],
    ['round(cpu_utilization * 7, 0.5)', [3]],
    ['time()', String(startSeconds + 600)],
    ['in_flight offset 1m', [36]],
    ['max_over_time(sum(rate(http_requests_total[1m]))[5m:1m])', [10]],
    ['sum(rate(http_requests_total[5m] offset 1m))', [10]],
    ['{__name__="in_flight"}', [40]],
  ])('%s', (query, expected) => {
    const found = values(query);
    if (expected === 'no series') expect(found).toEqual([0.4]);
    else expect(found).toEqual(expected);
  });

  it('has the labels that a series has there, under the names that were asked for', () => {
    expect(ask(one, 'http_requests_total').vector).toEqual([
      [{ __name__: 'http_requests_total', service: 'web', job: 'web', code: '200' }, '5400'],
      [{ __name__: 'http_requests_total', service: 'web', job: 'web', code: '500' }, '600'],
    ]);
    expect(ask(one, 'sum by (app, status) (rate(http_requests_total[5m]))').vector?.[1]?.[0]).toEqual({
      app: 'web',
      status: '500',
    });
    expect(ask(one, 'sum(rate(http_requests_total[5m]))').vector?.[0]?.[0]).toEqual({});
  });

  it('reads the service that it names; the own one with a word where it names none', () => {
    expect(values('cpu_utilization{service="api"}', two)).toEqual([0.1]);
    expect(values('sum by (service) (rate(http_requests_total{service=~".+"}[5m]))', two)).toEqual([10, 4]);
    const { vector, findings } = ask(two, 'sum(rate(http_requests_total[5m]))');
    expect(vector).toMatchObject([[{}, '10']]);
    expect(findings).toEqual(['PromQL: http_requests_total reads web alone; write {service=~".+"} for all services']);
  });

  it.each([
    ['http_requests_total{namespace="prod"}', 'the label namespace="prod" selects nothing here'],
    ['http_requests_total{app="frontend"}', 'app="frontend" is taken as the service web'],
    ['http_requests_total{code=~"502|503"}', 'errors have the code 500 here'],
  ])('%s is answered, and a finding says: %s', (query, finding) => {
    const { error, findings } = ask(one, query);
    expect(error).toBeUndefined();
    expect(findings.join()).toContain(finding);
  });

  it.each([
    ['', 'no expression found in input', ''],
    ['sum(rate(http_requests_total[5m])', 'parse error', ''],
    ['cpu_utilization{', 'parse error', ''],
    ['rate(http_requests_total)', 'argument 1 is vector, but a range vector', ''],
    ['avg(1)', 'expected type instant vector in aggregation expression, got scalar', ''],
    ['1 > 2', 'comparisons between scalars must use BOOL modifier', ''],
    ['http_request_total_count', 'there is no metric "http_request_total_count"', 'Did you mean "http_request'],
    ['cpu_utilisation', 'there is no metric', 'Did you mean "cpu_utilization"?'],
    [
      'sum(rate(http_requests_total{handler="/pay"}[5m]))',
      'has no label "handler" in the simulation',
      'leave out handler="/pay"; its labels are service, code',
    ],
    ['label_replace(up, "a", "b", "c", "d")', 'the function label_replace is not simulated', 'there are rate,'],
    ['rate(http_requests_total[5m]) / on(pod) group_left up', '"group_left" is not simulated', 'aggregate both sides'],
    ['http_requests_total / on(service) http_requests_total', 'found duplicate series', 'aggregate both sides'],
    ['count_values("v", up)', 'count_values is not simulated', 'there are sum'],
    ['up @ 1', '"up @ 1" is not simulated', ''],
    ['cpu_utilization{service="db"}', 'names no service', 'the services are web, api'],
  ])('refuses %s as Prometheus says it, and a finding says what to use', (query, error, advice) => {
    const found = ask(query.includes('"db"') ? two : one, query);
    expect(found.error).toMatch(/^400 bad_data: invalid parameter "query": /);
    expect(found.error).toContain(error);
    expect(found.findings).toHaveLength(1);
    expect(found.findings[0]).toContain(advice);
  });

  it('never reads less than it was asked for: counters that are gone are an error', () => {
    const scrapes = steady();
    const source = sourceOf({ scrapes, now: 600 });
    const gone = {
      ...source,
      track: (...args: Parameters<typeof source.track>) => {
        const { samples, shownSeconds } = source.track(...args);
        return {
          shownSeconds,
          samples: samples.map((one_) => (one_.scrapedSeconds < 450 ? { ...one_, snapshot: undefined } : one_)),
        };
      },
    };
    expect(values('sum(increase(http_requests_total[2m]))', gone)).toEqual([1200]);
    expect(ask(gone, 'sum(increase(http_requests_total[5m]))').error).toContain('kept no more');
    expect(values('avg_over_time(cpu_utilization[10m])', gone)).toEqual([0.5]);
  });

  it('shows nothing where nothing is there, and says when nobody answers', () => {
    const empty = sourceOf({ scrapes: [], now: 10 });
    expect(values('cpu_utilization', empty)).toEqual([]);
    expect(values('sum(rate(http_requests_total[5m]))', empty)).toEqual([]);
    expect(values('rate(http_requests_total[5m])', sourceOf({ scrapes: steady(0), now: 10 }))).toEqual([]);
    expect(values('in_flight', sourceOf({ scrapes: steady(), now: 900 }))).toEqual([40]);
    expect(values('in_flight', sourceOf({ scrapes: steady(), now: 901 }))).toEqual([]);
    expect(values('in_flight', sourceOf({ scrapes: steady(), now: 600, hasFailed: true }))).toBe(
      '503 unavailable: the metrics server does not answer',
    );
  });
});

describe('an answer', () => {
  it('is the JSON of Prometheus, values as text and times in seconds', () => {
    const body = (kind: 'query' | 'query_range', fields: Record<string, string>) =>
      JSON.stringify(
        answerQuery(kind, new Map(Object.entries(fields)), {
          source: one,
          service: undefined,
          patternOf,
          charge: () => {},
        }).body,
      );
    expect(body('query', { query: 'in_flight', time: String(startSeconds + 60.5) })).toBe(
      `{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"in_flight","service":"web"},"value":[${startSeconds + 60.5},"4"]}]}}`,
    );
    expect(body('query', { query: '1.5' })).toBe(
      `{"status":"success","data":{"resultType":"scalar","result":[${startSeconds + 600},"1.5"]}}`,
    );
    const range = { query: 'in_flight', start: String(startSeconds), end: '2026-01-05T00:01:00Z', step: '30s' };
    expect(body('query_range', range)).toBe(
      `{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"in_flight","service":"web"},"values":[[${startSeconds},"0"],[${startSeconds + 30},"2"],[${startSeconds + 60},"4"]]}]}}`,
    );
    expect(body('query_range', { query: 'up', start: '1', end: '2', step: '0' })).toContain('"errorType":"bad_data"');
  });

  it.each([
    [1e-7, '0.0000001'],
    [1.5e-9, '0.0000000015'],
    [1e21, '1000000000000000000000'],
    [-2.5e22, '-25000000000000000000000'],
    [0.83, '0.83'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('writes %s as Go does', (value, text) => {
    expect(numberText(value)).toBe(text);
  });
});
