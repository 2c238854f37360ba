import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerOf, begin, codesOf, counter, evidenceOf, matrix, seriesOf, valuesOf } from './readFiles.js';

const wave = (count: number, mean = 100) => Array.from({ length: count }, (_, index) => mean + 7 * ((index * 13) % 9));
const web = { __name__: 'http_requests_total', app: 'web' };

describe('answers of Prometheus', () => {
  it.each([
    ['one', matrix([{ __name__: 'http_requests_total' }, counter([2, 3])])],
    ['without the envelope', JSON.stringify([seriesOf([{ __name__: 'http_requests_total' }, counter([2, 3])])])],
    ['under a name', JSON.stringify({ anything: answerOf([{ __name__: 'http_requests_total' }, counter([2, 3])]) })],
    ['in a list', JSON.stringify([answerOf([{ __name__: 'http_requests_total' }, counter([2, 3])])])],
    [
      'values before labels',
      JSON.stringify({
        data: {
          result: [{ values: seriesOf([{}, counter([2, 3])]).values, metric: { __name__: 'http_requests_total' } }],
          resultType: 'matrix',
        },
      }),
    ],
    [
      'with a query',
      JSON.stringify({ reqs: { query: 'sum(rate(http_requests_total[1m]))', ...answerOf([{}, [2, 3]]) } }),
    ],
  ])('are read in whatever they are packed: %s', async (_, text) => {
    const set = await evidenceOf({ 'answers.json': text });
    expect(set.problems).toEqual([]);
    expect(valuesOf(set, 'request-rate')).toEqual([2, 3]);
  });

  it('are read from gzip', async () => {
    const set = await evidenceOf({
      'a.json.gz': gzipSync(matrix([{ __name__: 'http_requests_total' }, counter([2, 3])])),
    });
    expect(valuesOf(set, 'request-rate')).toEqual([2, 3]);
  });

  it('are summed over pods and codes, of which 5xx are errors', async () => {
    const set = await evidenceOf({
      'a.json': matrix(
        [{ ...web, pod: 'a', code: '200' }, counter([8, 8, 8])],
        [{ ...web, pod: 'b', code: '200' }, counter([10, 10, 10])],
        [{ ...web, pod: 'b', code: '503' }, counter([2, 0, 2])],
      ),
    });
    expect(valuesOf(set, 'request-rate')).toEqual([20, 18, 20]);
    expect(valuesOf(set, 'error-share')).toEqual([0.1, 0, 0.1]);
  });

  it('are no errors where codes are told and none is 5xx', async () => {
    const set = await evidenceOf({ 'a.json': matrix([{ ...web, code: '200' }, counter([8, 8])]) });
    expect(valuesOf(set, 'error-share')).toEqual([0, 0]);
  });

  it('stand at the beginning of their window, where it is told', async () => {
    const queries = {
      'request-rate': 'sum(rate(http_requests_total[2m]))',
      replicas: 'kube_deployment_status_replicas',
    };
    const set = await evidenceOf({
      'a.json': JSON.stringify({ queries, 'request-rate': answerOf([{}, [4, 5]]), replicas: answerOf([{}, [1, 1]]) }),
    });
    const startOf = (role: string) =>
      (set.recording.startUnixSeconds ?? 0) +
      (set.recording.series.find((one) => one.role === role)?.points[0][0] ?? 0);
    expect(startOf('replicas')).toBe(begin);
    // Half a window and half a step before the stamp: a value holds for one step.
    expect(startOf('request-rate')).toBe(begin - 90);
  });

  it.each([
    [
      'istio',
      [
        { __name__: 'istio_requests_total', reporter: 'source', response_code: '200' },
        { __name__: 'istio_requests_total', reporter: 'destination', response_code: '200' },
      ],
    ],
    [
      'two Prometheus servers',
      [
        { ...web, prometheus_replica: 'a' },
        { ...web, prometheus_replica: 'b' },
      ],
    ],
    [
      'cAdvisor',
      [
        { __name__: 'container_cpu_usage_seconds_total', pod: 'web-0', container: 'app' },
        { __name__: 'container_cpu_usage_seconds_total', pod: 'web-0', container: '' },
      ],
    ],
  ])('are not counted twice: %s', async (_, labels) => {
    const set = await evidenceOf({ 'a.json': matrix(...labels.map((one) => [one, counter([2, 3])] as const)) });
    expect(valuesOf(set, labels[0].__name__.startsWith('container') ? 'cpu' : 'request-rate')).toEqual([2, 3]);
  });

  it.each([
    ['container_cpu_usage_seconds_total', 'cpu'],
    ['kube_deployment_status_replicas', 'replicas'],
    ['kube_deployment_status_replicas_ready', 'ready-replicas'],
    ['kube_horizontalpodautoscaler_status_desired_replicas', 'desired-replicas'],
    ['nginx_ingress_controller_requests', 'request-rate'],
    ['envoy_cluster_upstream_rq_total', 'request-rate'],
    ['envoy_cluster_upstream_rq_5xx', 'error-rate'],
    ['http_server_requests_seconds_count', 'request-rate'],
    ['workload:container_cpu_usage_seconds_total:rate1m', 'cpu'],
    ['shop_checkout_requests_total', 'request-rate'],
  ])('are known by the metric: %s is %s', async (name, role) => {
    const set = await evidenceOf({ 'a.json': matrix([{ __name__: name }, counter([1, 2])]) });
    expect(set.recording.series.map((one) => one.role)).toContain(role);
  });

  it.each([
    ['promhttp_metric_handler_requests_total'],
    ['rest_client_requests_total'],
    ['http_requests_created'],
    ['go_goroutines'],
  ])('are nothing where the metric is another: %s', async (name) => {
    const set = await evidenceOf({ 'a.json': matrix([{ __name__: name }, counter([1, 2])]) });
    expect(set.recording.series).toEqual([]);
    expect(codesOf(set.warnings)).toEqual(['no-role']);
  });

  it.each([
    ['sum(rate(container_cpu_usage_seconds_total{pod=~"web.*"}[1m]))', 'cpu'],
    ['avg(rate(container_cpu_usage_seconds_total[1m]))', 'cpu-per-pod'],
    ['histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket[1m])))', 'latency-p95'],
    ['sum(rate(http_requests_total{code=~"5.."}[1m])) / sum(rate(http_requests_total[1m]))', 'error-share'],
    ['sum(rate(http_requests_total{code=~"5.."}[1m]))', 'error-rate'],
    [
      'sum(rate(container_cpu_cfs_throttled_periods_total[1m])) / sum(rate(container_cpu_cfs_periods_total[1m]))',
      'throttled-share',
    ],
    [
      'sum(rate(http_request_duration_seconds_sum[1m])) / sum(rate(http_request_duration_seconds_count[1m]))',
      'latency-mean',
    ],
  ])('are known by the query: %s is %s', async (query, role) => {
    const set = await evidenceOf({
      'a.json': JSON.stringify({ queries: { x: query }, x: answerOf([{}, [0.1, 0.2]]) }),
    });
    expect(set.recording.series.map((one) => one.role)).toEqual([role]);
    expect(valuesOf(set, role)).toEqual([0.1, 0.2]);
  });
});

describe('what is wrong with series', () => {
  it.each([
    ['a counter that resets', matrix([web, [0, 120, 240, 60, 180]]), 'counter-reset', [2, 2, 1, 2]],
    [
      'a sum of counters that loses one',
      matrix([web, [90_000, 90_120, 90_240, 60_000, 60_120]]),
      'sum-fell',
      [2, 2, 2],
    ],
    ['a rate that is named like a counter', matrix([web, wave(40)]), 'not-a-counter', wave(40)],
    ['a counter without its name', matrix([{}, counter(Array(30).fill(2), 1e6)]), 'rising-rate', Array(30).fill(2)],
    ['no number where a division had nothing', matrix([{}, [1, 'NaN', '+Inf', 1, 1, 1]]), 'gap', [1, 1, 1, 1]],
  ])('is said: %s', async (_, text, code, values) => {
    const set = await evidenceOf({ 'requests.json': text });
    expect(set.problems).toEqual([]);
    expect(codesOf(set.warnings)).toContain(code);
    expect(valuesOf(set, 'request-rate')).toEqual(values);
    expect(set.warnings.every(({ where, assumed }) => where.file?.endsWith('requests.json') && assumed !== '')).toBe(
      true,
    );
  });

  it.each([
    ['rate-of-rate', { queries: { r: 'rate(http_requests:rate5m[5m])' }, r: answerOf([{}, [1, 2]]) }],
    ['negative-value', { 'request-rate': answerOf([{}, [1, -2]]) }],
    ['no-series', { status: 'error', errorType: 'bad_data', error: 'parse error' }],
    ['no-series', { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [begin, '1'] }] } }],
    ['no-series', answerOf()],
    ['bad-value', { r: answerOf([{ __name__: 'http_requests_total' }, [1, 'many']]) }],
  ])('is a problem: %s', async (code, document) => {
    const set = await evidenceOf({ 'a.json': JSON.stringify(document) });
    expect(codesOf(set.problems)).toEqual([code]);
    expect(set.problems[0].where.file).toMatch(/a\.json$/);
  });

  it('breaks off: nothing of a file that is not whole is taken', async () => {
    const whole = matrix([web, counter(wave(500))]);
    for (const length of [whole.length - 1, 5000, 700]) {
      const set = await evidenceOf({ 'a.json': whole.slice(0, length) });
      expect(codesOf(set.problems), String(length)).toEqual(['bad-json']);
      expect(set.recording.series).toEqual([]);
    }
  });

  it('leaves the good answers of a bundle when one is an error', async () => {
    const set = await evidenceOf({
      'a.json': JSON.stringify({ cpu: { status: 'error', error: 'timeout' }, 'request-rate': answerOf([{}, [1, 2]]) }),
    });
    expect(valuesOf(set, 'request-rate')).toEqual([1, 2]);
    expect(set.warnings[0]).toMatchObject({ code: 'answer', what: 'cpu is an error of Prometheus: timeout' });
  });

  it('names both series that could be the requests, and which was taken', async () => {
    const ingress = { __name__: 'nginx_ingress_controller_requests', ingress: 'web' };
    const set = await evidenceOf({ 'a.json': matrix([web, counter([13, 13])], [ingress, counter([10, 10])]) });
    expect(valuesOf(set, 'request-rate')).toEqual([10, 10]);
    expect(set.warnings[0].what).toMatch(
      /nginx_ingress_controller_requests.* and http_requests_total.* could be the request-rate/,
    );
    expect(set.warnings[0].assumed).toMatch(/nginx_ingress.*nearer to the client/);
  });

  it('asks where nothing decides, and takes what it is told', async () => {
    const text = matrix([web, counter([13, 13])], [{ ...web, app: 'cart' }, counter([10, 10])]);
    const asked = await evidenceOf({ 'a.json': text });
    expect(codesOf(asked.problems)).toEqual(['which-series']);
    expect(asked.problems[0].what).toMatch(/app="web".*app="cart"/);
    const told = await evidenceOf({ 'a.json': text }, { series: ['http_requests_total{app="cart"}=request-rate'] });
    expect(told.problems).toEqual([]);
    expect(valuesOf(told, 'request-rate')).toEqual([10, 10]);
  });

  it('takes the series of the workload that the manifests scale, and of no other', async () => {
    const cpu = (pod: string) => ({
      __name__: 'container_cpu_usage_seconds_total',
      namespace: 'shop',
      pod,
      container: 'app',
    });
    const text = matrix(
      [cpu('web-7d9f8c6b5d-xk2lp'), counter([2, 2])],
      [cpu('cart-7d9f8c6b5d-xk2lp'), counter([9, 9])],
    );
    const own = await evidenceOf({ 'a.json': text }, { workloads: ['web'] });
    expect(valuesOf(own, 'cpu')).toEqual([2, 2]);
    const none = await evidenceOf({ 'a.json': text }, { workloads: ['api'] });
    expect(valuesOf(none, 'cpu')).toBeUndefined();
    expect(none.warnings[0]).toMatchObject({ code: 'other-workload' });
  });

  it.each([
    [
      'a label of an answer by name',
      { replicas: answerOf([{ namespace: 'shop', deployment: 'web' }, [3, 4]]) },
      'replicas',
    ],
    [
      'its autoscaler',
      {
        x: answerOf([
          { __name__: 'kube_horizontalpodautoscaler_status_desired_replicas', horizontalpodautoscaler: 'web-hpa' },
          [3, 4],
        ]),
      },
      'desired-replicas',
    ],
    [
      'a service, named as people like',
      { x: answerOf([{ ...web, app: 'shop-frontend' }, counter([3, 4])]) },
      'request-rate',
    ],
  ])('knows a workload by %s', async (_, bundle, role) => {
    const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web-hpa }
spec: { scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }, maxReplicas: 9 }
`;
    const set = await evidenceOf({ 'hpa.yaml': scaler, 'b.json': JSON.stringify(bundle) });
    expect(codesOf(set.warnings)).not.toContain('other-workload');
    expect(codesOf(set.warnings).includes('other-name')).toBe(role === 'request-rate');
    expect(valuesOf(set, role)).toEqual([3, 4]);
  });

  it('knows the window of a recording rule by its name', async () => {
    const set = await evidenceOf({
      'a.json': matrix([{ __name__: 'ingress:nginx_ingress_controller_requests:rate2m' }, [1, 2]]),
    });
    expect(set.recording).toMatchObject({
      startUnixSeconds: begin - 90,
      series: [{ role: 'request-rate', windowSeconds: 120 }],
    });
  });

  it('leaves out a recording of another day, and says so', async () => {
    const later = JSON.stringify({
      cpu: {
        data: {
          resultType: 'matrix',
          result: [
            {
              metric: {},
              values: [
                [begin + 864_000, '1'],
                [begin + 864_060, '1'],
              ],
            },
          ],
        },
      },
    });
    const set = await evidenceOf({
      'a.json': JSON.stringify({ 'request-rate': answerOf([{}, [1, 2]]) }),
      'b.json': later,
    });
    expect(set.recording.series.map(({ role }) => role)).toEqual(['request-rate']);
    expect(set.warnings.at(-1)).toMatchObject({ code: 'other-time' });
  });

  it('tells milliseconds by name and by value', async () => {
    const of = async (documents: object) =>
      valuesOf(await evidenceOf({ 'a.json': JSON.stringify(documents) }), 'latency-p95');
    expect(await of({ 'p95 latency': answerOf([{}, [250, 260]]) })).toEqual([0.25, 0.26]);
    expect(await of({ 'p95 latency': answerOf([{}, [0.25, 0.26]]) })).toEqual([0.25, 0.26]);
    const query = 'histogram_quantile(0.95, sum by (le) (rate(istio_request_duration_milliseconds_bucket[1m])))';
    expect(await of({ queries: { x: query }, x: answerOf([{}, [5, 6]]) })).toEqual([0.005, 0.006]);
  });

  it.each([
    ['rsp=request-rate', /Did you mean "rps"/],
    ['nothing-like-it=cpu', /Known: rps/],
  ])('has a name of --series that is none: %s', async (series, fix) => {
    const set = await evidenceOf({ 'a.json': JSON.stringify({ rps: answerOf([{}, [1, 2]]) }) }, { series: [series] });
    expect(set.problems[0].code).toBe('unknown-series');
    expect(set.problems[0].fix).toMatch(fix);
  });
});
