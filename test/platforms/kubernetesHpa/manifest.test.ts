import { describe, expect, it } from 'vitest';
import { parseKubeQuantity } from '../../../src/platforms/kubernetesHpa/kubeQuantity.js';
import { kubernetesHpa } from '../../../src/platforms/kubernetesHpa/kubernetesHpa.js';
import { cpuAt, hpaOf, objectOf, plainSource, problemsOf, readText, webFacts } from './fakeFleet.js';

const head = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: shop }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
`;

describe('quantities', () => {
  it.each<[string, bigint, number]>([
    ['500m', 500n, 0.5],
    ['2Gi', 2n ** 31n * 1000n, 2 ** 31],
    ['1.5', 1500n, 1.5],
    ['.5', 500n, 0.5],
    ['5.', 5000n, 5],
    ['1e3', 1_000_000n, 1000],
    ['1E3', 1_000_000n, 1000],
    ['1E', 2n ** 63n - 1n, 1e18],
    ['12e-1', 1200n, 1.2],
    ['+3k', 3_000_000n, 3000],
    ['-2', -2000n, -2],
    // Thousandths are rounded up, as the controller does.
    ['1n', 1n, 1e-9],
    ['1500u', 2n, 0.0015],
    ['0', 0n, 0],
  ])('%s is read exactly', (text, milli, value) => {
    expect(parseKubeQuantity(text)).toEqual({ milli, value, text });
  });

  it.each(['', '.', '5q', '1 Gi', '1ki', 'm', '1e', '1e99', '--1', '1'.repeat(100), '0x10', 'Infinity'])(
    '"%s" is none',
    (text) => {
      expect(parseKubeQuantity(text)).toBeUndefined();
    },
  );
});

describe('a manifest', () => {
  it('is known by its content', () => {
    const cases = [
      { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' },
      { apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler' },
      { apiVersion: 'autoscaling/v2', kind: 'Scale' },
      { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject' },
      null,
      'text',
    ];
    expect(cases.map((one) => kubernetesHpa.recognises(one))).toEqual([true, true, false, false, false, false]);
  });

  it('says its name, target and bounds', () => {
    const { name, target, bounds, definition } = readText(`${head}  maxReplicas: 9\n`);
    expect({ name, target, bounds }).toEqual({ name: 'shop', target: 'web', bounds: { minCount: 1, maxCount: 9 } });
    expect(definition.every).toBe('15s');
  });

  it('may be a plain object, and its problems then name paths', () => {
    expect(() => hpaOf({ maxReplicas: 0 })).toThrow(/^made.yaml {2}spec.maxReplicas {2}maxReplicas is 0/);
  });

  it('as kubectl prints it, with nulls and a status, is fine', () => {
    const value = {
      ...objectOf({ maxReplicas: 5, behavior: null, metrics: [cpuAt(50)] }),
      metadata: { name: 'web', creationTimestamp: null, uid: 'x', labels: { a: 'b' } },
      status: { currentReplicas: 1 },
    };
    expect(kubernetesHpa.read(plainSource(value), { metricNames: {} }).warnings).toEqual([]);
  });

  it.each([
    ['autoscaling/v1', { targetCPUUtilizationPercentage: 65 }, 65],
    ['autoscaling/v1', {}, 80],
    ['autoscaling/v2', {}, 80],
    ['autoscaling/v2beta2', { metrics: [cpuAt(70)] }, 70],
  ])('of %s with %j has the CPU target %i %%', (apiVersion, spec, percent) => {
    const value = { ...objectOf({ maxReplicas: 5, ...spec }), apiVersion };
    const manifest = kubernetesHpa.read(plainSource(value), { metricNames: {} });
    expect(manifest.explain()[1]).toContain(`at ${percent} % of the request`);
    expect(manifest.warnings.map(({ code }) => code)).toEqual(apiVersion.endsWith('beta2') ? ['old-version'] : []);
  });

  it('of v2alpha1 is refused with what to do', () => {
    expect(problemsOf(head.replace('v2', 'v2alpha1'))).toEqual([
      '1:13 unsupported-version apiVersion is autoscaling/v2alpha1, which Kubernetes no longer serves',
    ]);
  });
});

const metric = (text: string) => `${head}  maxReplicas: 3\n  metrics:\n    - ${text}\n`;
const behavior = (text: string) => `${head}  maxReplicas: 3\n  behavior: ${text}\n`;

describe('what the API server refuses', () => {
  it.each<[string, string]>([
    [`${head}  minReplicas: 4\n  maxReplicas: 3\n`, '7:16 bad-value maxReplicas is 3, below minReplicas, which is 4'],
    [
      `${head}  minReplicas: 0\n  maxReplicas: 3\n`,
      '6:16 bad-value minReplicas is 0, but no metric is of type Object or External',
    ],
    [`${head}  minReplicas: -1\n  maxReplicas: 3\n`, '6:16 out-of-range minReplicas is -1 (number), but must be >= 0'],
    [`${head}  maxReplicas: 3.5\n`, '6:16 wrong-type maxReplicas is 3.5 (number), but a whole number is expected'],
    [`${head}  maxReplicas: "3"\n`, '6:16 wrong-type maxReplicas is "3" (string), but a number is expected'],
    [head, '5:3 missing-key maxReplicas is missing'],
    [
      `${head}  maxReplicas: 3\n  minReplica: 1\n`,
      '7:3 unknown-key unknown key "spec.minReplica"; did you mean minReplicas?',
    ],
    [
      metric('type: Resorce'),
      '8:13 unknown-value type is "Resorce" (string), but one of Resource, ContainerResource, Pods, Object, External is expected',
    ],
    [metric('type: Resource'), '8:7 missing-key resource is missing'],
    [
      metric('{ type: Pods, pods: { metric: { name: x }, target: { type: Value, value: 1 } } }'),
      '8:58 bad-value target has value',
    ],
    [
      metric('{ type: Pods, pods: { metric: { name: x }, target: { type: AverageValue, averageValue: 0 } } }'),
      '8:94 bad-value averageValue is 0, but must be > 0',
    ],
    [
      metric('{ type: Resource, resource: { name: cpu, target: { type: Utilization } } }'),
      '8:56 bad-value target has no target value',
    ],
    [
      metric(
        '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 5, averageValue: 5 } } }',
      ),
      '8:56 bad-value target has averageUtilization and averageValue',
    ],
    [
      metric('{ type: Resource, resource: { name: gpu, target: { type: Utilization, averageUtilization: 5 } } }'),
      '8:43 bad-value name got "gpu", but only cpu and memory are simulated',
    ],
    [
      metric('{ type: Resource, resource: { target: { type: Utilization, averageUtilization: 5 } } }'),
      '8:35 missing-key name is missing',
    ],
    [
      metric('{ type: External, external: { metric: { name: x }, target: { type: Value, value: 5q } } }'),
      '8:88 bad-value value got "5q" (string), which is not a quantity',
    ],
    [behavior('{ scaleUp: { policies: [] } }'), '7:36 out-of-range policies is empty'],
    [
      behavior('{ scaleUp: { policies: [{ type: Pods, value: 0, periodSeconds: 60 }] } }'),
      '7:58 out-of-range value is 0 (number), but must be >= 1',
    ],
    [
      behavior('{ scaleUp: { policies: [{ type: Pods, value: 1, periodSeconds: 1801 }] } }'),
      '7:76 out-of-range periodSeconds is 1801 (number), but must be <= 1800',
    ],
    [behavior('{ scaleUp: { policies: [{ type: Pods, value: 1 }] } }'), '7:37 missing-key periodSeconds is missing'],
    [
      behavior('{ scaleDown: { stabilizationWindowSeconds: 3601 } }'),
      '7:56 out-of-range stabilizationWindowSeconds is 3601 (number), but must be <= 3600',
    ],
    [
      behavior('{ scaleDown: { selectPolicy: max } }'),
      '7:42 unknown-value selectPolicy is "max" (string), but one of Max, Min, Disabled is expected',
    ],
    [behavior('{ scaleDown: { tolerance: -0.1 } }'), '7:39 bad-value tolerance is -0.1, but must be >= 0'],
    [behavior('{ scaledown: {} }'), '7:15 unknown-key unknown key "spec.behavior.scaledown"; did you mean scaleDown?'],
  ])('%#: is told with its place', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('is told all at once', () => {
    const text = `${head}  minReplicas: 9\n  maxReplicas: 3\n  metric: []\n  behavior: { scaleUp: { selectPolicy: Most } }\n`;
    expect(problemsOf(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '7:16 bad-value',
      '8:3 unknown-key',
      '9:40 unknown-value',
    ]);
  });

  it('never ends in anything but problems, whatever stands for a part', () => {
    const odd = [null, 5, 'text', [], {}, [null], [[]], true];
    const whole = objectOf({
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [cpuAt(50)],
      behavior: { scaleUp: { policies: [{ type: 'Pods', value: 1, periodSeconds: 15 }] } },
    });
    const spoil = (value: unknown, part: unknown): unknown[] => {
      if (typeof value !== 'object' || value === null) return [part];
      const inner = Object.entries(value).flatMap(([key, child]) =>
        spoil(child, part).map((spoilt) =>
          Array.isArray(value)
            ? value.map((one, index) => (String(index) === key ? spoilt : one))
            : { ...value, [key]: spoilt },
        ),
      );
      return [part, ...inner];
    };
    let refused = 0;
    for (const part of odd) {
      for (const value of spoil(whole, part)) {
        try {
          kubernetesHpa.read(plainSource(value), { metricNames: {} });
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'ProblemError' });
          refused++;
        }
      }
    }
    expect(refused).toBeGreaterThan(100);
  });
});

describe('valid fields that change nothing here', () => {
  it.each<[string, string[]]>([
    [
      '{ type: ContainerResource, containerResource: { name: cpu, container: app, target: { type: Utilization, averageUtilization: 5 } } }',
      ['8:66 container "app" is taken for the whole instance'],
    ],
    [
      '{ type: Object, object: { describedObject: { kind: Ingress, name: main }, metric: { name: x, selector: {} }, target: { type: Value, value: 1 } } }',
      ['8:33 describedObject Ingress/main is not looked up', '8:100 the selector of the metric has no effect'],
    ],
    [
      '{ type: External, external: { metric: { name: x }, target: { type: Value, value: 1 }, fallback: { replicas: 3 } } }',
      ['8:93 no Kubernetes up to 1.37 has `fallback`'],
    ],
    [
      '{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageValue: 500m } } }',
      ['8:58 type Utilization has no effect'],
    ],
  ])('%s', (text, expected) => {
    const { warnings } = readText(metric(text));
    expect(warnings.map(({ where, what }) => `${where.line}:${where.column} ${what}`)).toEqual(expected);
  });
});

describe('a service', () => {
  const named = (type: 'Pods' | 'External', name: string) => {
    const target = { type: 'AverageValue', averageValue: '5' };
    return { type, [type.toLowerCase()]: { metric: { name }, target } };
  };
  const memory = {
    type: 'Resource',
    resource: { name: 'memory', target: { type: 'Utilization', averageUtilization: 70 } },
  };
  const check = (metrics: unknown[], facts: object = {}, metricNames = {}) =>
    hpaOf({ maxReplicas: 5, metrics }, { metricNames }).check({ ...webFacts, ...facts });

  it.each([
    [
      [cpuAt(50)],
      { cpuRequest: undefined },
      'Utilization of cpu is the target, but web requests none',
      'add services.web.instance.cpuRequest, such as 0.5, or use AverageValue.',
    ],
    [
      [memory],
      { memoryRequestBytes: undefined },
      'Utilization of memory is the target, but web requests none',
      'add services.web.instance.memoryRequest, such as 2GiB, or use AverageValue.',
    ],
    [
      [memory],
      { memoryBytes: undefined },
      'memory is the target, but web has no memory',
      'add services.web.instance.memory, such as 4GiB, and memoryRequest.',
    ],
    [
      [named('External', 'queue_dept')],
      {},
      'the metric "queue_dept" is none of web',
      `say which metric stands for it: --metric queue_dept=METRIC. Did you mean "queue_depth"? Known: ${webFacts.metrics.join(', ')}.`,
    ],
    [
      [named('Pods', 'latency_p95_seconds')],
      {},
      'the Pods metric "latency_p95_seconds" is latency_p95_seconds, which single instances do not have',
      'use an Object or External metric, or map another one: --metric latency_p95_seconds=METRIC.',
    ],
  ])('%#: that lacks something is told what to add', (metrics, facts, what, fix) => {
    expect(check(metrics, facts).map((problem) => [problem.what, problem.fix])).toEqual([[what, fix]]);
  });

  it('that has everything is fine', () => {
    expect(check([cpuAt(50), memory, named('Pods', 'queue_depth')])).toEqual([]);
    expect(check([named('External', 'sqs')], {}, { sqs: 'queue_depth' })).toEqual([]);
  });
});
