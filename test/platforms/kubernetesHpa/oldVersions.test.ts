import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { problemsOf, readText } from './fakeFleet.js';

const manifest = (version: string, { annotations = {}, spec = '' }: { annotations?: object; spec?: string } = {}) =>
  `apiVersion: autoscaling/${version}
kind: HorizontalPodAutoscaler
metadata: { name: mailer, annotations: ${JSON.stringify(annotations)} }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: mailer }
  minReplicas: 1
  maxReplicas: 12
${spec}`;

const metricsKey = 'autoscaling.alpha.kubernetes.io/metrics';
const behaviorKey = 'autoscaling.alpha.kubernetes.io/behavior';
const ingress = { kind: 'Ingress', name: 'front' };
const memory = { type: 'Resource', resource: { name: 'memory', targetAverageValue: '300Mi' } };
const cpu = '  targetCPUUtilizationPercentage: 60\n';

const codes = (text: string) =>
  readText(text)
    .lint()
    .map(({ level, code }) => `${level} ${code}`);
const sentences = (text: string) => readText(text).explain().join('\n');

describe('the older shape of a metric', () => {
  const old = [
    [memory, 'memory: keeps the mean per instance at 300Mi'],
    [{ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 75 } }, 'memory: keeps usage at 75 %'],
    [
      { type: 'ContainerResource', containerResource: { name: 'cpu', container: 'app', targetAverageUtilization: 55 } },
      'cpu: keeps usage at 55 %',
    ],
    [{ type: 'Pods', pods: { metricName: 'jobs', targetAverageValue: '4' } }, 'jobs: keeps the mean per instance at 4'],
    [
      { type: 'Object', object: { target: ingress, metricName: 'hits', targetValue: '2k' } },
      'hits: keeps the value itself at 2k',
    ],
    [
      { type: 'Object', object: { target: ingress, metricName: 'hits', targetValue: '2k', averageValue: '30' } },
      'hits: one instance for each 30 of the total',
    ],
    [
      { type: 'External', external: { metricName: 'lag', metricSelector: {}, targetValue: '10' } },
      'lag: keeps the value itself at 10',
    ],
    [
      { type: 'External', external: { metricName: 'lag', targetAverageValue: '25' } },
      'lag: one instance for each 25 of the total',
    ],
  ] as const;

  it.each(old)('%j is read in an annotation of v1', (metric, sentence) => {
    const text = manifest('v1', { annotations: { [metricsKey]: JSON.stringify([metric]) }, spec: cpu });
    expect(sentences(text)).toContain(sentence);
    expect(sentences(text)).toContain('cpu: keeps usage at 60 % of the request');
  });

  it.each(old)('%j is read in v2beta1', (metric, sentence) => {
    const text = manifest('v2beta1', { spec: `  metrics: ${JSON.stringify([metric])}\n` });
    expect(sentences(text)).toContain(sentence);
    expect(readText(text).warnings.map(({ code }) => code)).toContain('old-version');
  });

  it.each([
    ['{ type: Resource, resource: { name: cpu } }', '8:41 bad-value resource has no target'],
    [
      '{ type: External, external: { metricName: x, targetValue: 1, targetAverageValue: 1 } }',
      '8:41 bad-value external has targetValue and targetAverageValue',
    ],
    ['{ type: Pods, pods: { metricName: x } }', '8:33 bad-value targetAverageValue is missing'],
    [
      '{ type: Pods, pods: { metric: { name: x }, targetAverageValue: 1 } }',
      '8:33 missing-key metricName is missing|8:35 unknown-key unknown key "spec.metrics.0.pods.metric"',
    ],
  ])('%s is refused where it is wrong', (metric, problems) => {
    expect(problemsOf(manifest('v2beta1', { spec: `  metrics: [${metric}]\n` })).join('|')).toBe(problems);
  });
});

describe('annotations of v1', () => {
  const upBy1 = {
    ScaleUp: {
      StabilizationWindowSeconds: 30,
      SelectPolicy: 'Max',
      Policies: [{ Type: 'Pods', Value: 1, PeriodSeconds: 60 }],
    },
  };

  it.each(['v1', 'v2beta1'])('have the behavior of %s, with the names of Go or of the API', (version) => {
    for (const behavior of [
      upBy1,
      { scaleUp: { stabilizationWindowSeconds: 30, policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }] } },
    ]) {
      const text = manifest(version, { annotations: { [behaviorKey]: JSON.stringify(behavior) } });
      expect(sentences(text)).toContain('Grows at most to +1 every 1 min.');
      expect(sentences(text)).toContain('lowest count that was asked for in the last 30 s');
    }
  });

  it('that are status, or of others, are passed over', () => {
    const annotations = {
      'autoscaling.alpha.kubernetes.io/current-metrics': '[{"type":"Resource"}]',
      'autoscaling.alpha.kubernetes.io/conditions': 'not even JSON',
      'kubectl.kubernetes.io/last-applied-configuration': '{}',
    };
    expect(codes(manifest('v1', { annotations, spec: cpu }))).toEqual([]);
  });

  // Go's decoder gives up on the whole annotation; the conversion then takes nothing of it and says nothing.
  it.each([
    [metricsKey, 'no JSON'],
    [metricsKey, '{"type":"Resource"}'],
    [metricsKey, '[{"type":"Resource","resource":{"name":"memory","targetAverageUtilization":"70"}}]'],
    [behaviorKey, 'scaleUp: { stabilizationWindowSeconds: 30 }'],
    [behaviorKey, '{"scaleUp":{"stabilizationWindowSeconds":"30"}}'],
  ])('are ignored by the API server when they are ill-formed: %s %s', (key, value) => {
    const text = manifest('v1', { annotations: { [key]: value }, spec: cpu });
    expect(codes(text)).toEqual(['error annotation-ignored']);
    expect(sentences(text)).toContain('Grows at most to max(2x, 4) every 15 s.');
  });

  it('may have names that are passed over', () => {
    const value = JSON.stringify({ scaleUp: { stabilizationWindow: 30, selectPolicy: 'Max' } });
    expect(codes(manifest('v1', { annotations: { [behaviorKey]: value }, spec: cpu }))).toEqual([
      'warning annotation-unknown-name',
    ]);
  });

  it('are refused where the API server refuses what they say', () => {
    const value = JSON.stringify({ scaleUp: { policies: [{ type: 'Pods', value: 0, periodSeconds: 60 }] } });
    expect(problemsOf(manifest('v1', { annotations: { [behaviorKey]: value } }))).toEqual([
      '3:84 out-of-range value is 0 (number), but must be >= 1',
    ]);
  });

  it.each(['v2', 'v2beta2'])('have no effect in %s, which has fields', (version) => {
    const annotations = { [behaviorKey]: '{}', [metricsKey]: '[]' };
    expect(codes(manifest(version, { annotations }))).toEqual([
      'warning annotation-without-effect',
      'warning annotation-without-effect',
      'warning metric-by-default',
    ]);
  });

  it('can hold what wakes a service from 0', () => {
    const value = JSON.stringify([{ type: 'External', external: { metricName: 'lag', targetAverageValue: '25' } }]);
    const text = manifest('v1', { annotations: { [metricsKey]: value } }).replace('minReplicas: 1', 'minReplicas: 0');
    expect(readText(text).bounds).toEqual({ minCount: 0, maxCount: 12 });
    expect(problemsOf(manifest('v1').replace('minReplicas: 1', 'minReplicas: 0'))).toEqual([
      '6:16 bad-value minReplicas is 0, but no metric is of type Object or External',
    ]);
  });
});

describe('a name of another version', () => {
  const fixes = (text: string) => {
    try {
      readText(text);
      return [];
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      return thrown.problems.filter(({ code }) => code === 'unknown-key').map(({ fix }) => fix);
    }
  };
  it.each([
    [
      'v2',
      '  metrics: [{ type: Resource, resource: { name: cpu, targetAverageUtilization: 80 } }]\n',
      'write target: { type: Utilization, averageUtilization: ... }.',
    ],
    ['v2', cpu, /^write metrics: .*averageUtilization/],
    ['v1', '  metrics: []\n', 'write apiVersion: autoscaling/v2.'],
    ['v2beta1', '  behavior: {}\n', 'write apiVersion: autoscaling/v2.'],
    ['v2', '  metric: []\n', /Did you mean "metrics"/],
  ])('%s %s says how to write it', (version, spec, fix) => {
    expect(fixes(manifest(version, { spec }))).toEqual([expect.stringMatching(fix)]);
  });
});

describe('what the server adds', () => {
  const spec = `  metrics:
    - { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 70 } } }
status: { currentReplicas: 3, desiredReplicas: 3, conditions: [], currentMetrics: null, anything: [1] }
`;
  it('changes nothing', () => {
    const served = manifest('v2', { spec }).replace(
      'name: mailer, annotations: {}',
      'name: mailer, uid: x, selfLink: /a, generation: 3, creationTimestamp: null, deletionTimestamp: null, managedFields: [{ a: b }], ownerReferences: []',
    );
    expect(readText(served).warnings).toEqual([]);
    expect(codes(served)).toEqual([]);
  });
});
