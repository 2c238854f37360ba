import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { platforms } from '../../../src/platforms/index.js';
import { keda } from '../../../src/platforms/keda/kedaPlatform.js';
import { readManifests } from '../../../src/platforms/readManifestSet.js';
import { FakeHost, runPolicy } from '../../policy/fakeHost.js';
import { parse, policyOf, problemsOf, rabbitmq, read, scaledObjectText, service } from './manifestText.js';

const trigger = (text: string) => scaledObjectText({ triggers: `    - { ${text} }` });

interface BadManifest {
  readonly claim: string;
  readonly text: string;
  readonly problems: readonly string[];
  readonly metricNames?: Readonly<Record<string, string>>;
}

const bad: readonly BadManifest[] = [
  { claim: 'an unknown key', text: scaledObjectText({ spec: '  minReplicas: 1' }), problems: ['7:3 unknown-key'] },
  {
    claim: 'a missing target',
    text: scaledObjectText().replace('name: worker }', 'kind: Deployment }'),
    problems: ['6:19 missing-key'],
  },
  {
    claim: 'text for a count',
    text: scaledObjectText({ spec: '  minReplicaCount: "1"' }),
    problems: ['7:20 wrong-type'],
  },
  {
    claim: 'a negative cooldown',
    text: scaledObjectText({ spec: '  cooldownPeriod: -1' }),
    problems: ['7:19 out-of-range'],
  },
  {
    claim: 'min above max',
    text: scaledObjectText({ spec: '  minReplicaCount: 5\n  maxReplicaCount: 4' }),
    problems: ['7:20 min-exceeds-max'],
  },
  {
    claim: 'an unknown behavior',
    text: scaledObjectText({ spec: '  fallback: { failureThreshold: 1, replicas: 1, behavior: statics }' }),
    problems: ['7:59 unknown-value'],
  },
  { claim: 'an unknown trigger', text: trigger('type: rabitmq, metadata: {}'), problems: ['8:15 unknown-trigger'] },
  {
    claim: 'a type that KEDA has no longer',
    text: trigger('type: stan, metadata: { lagThreshold: "10" }'),
    problems: ['8:15 unknown-trigger'],
  },
  {
    claim: 'no target',
    text: trigger('type: rabbitmq, metadata: { queueName: a, mode: QueueLength }'),
    problems: ['8:7 missing-target'],
  },
  {
    claim: 'a target that is left empty',
    text: trigger('type: beanstalkd, metadata: { server: a, tube: b, value: "" }'),
    problems: ['8:7 missing-target'],
  },
  {
    claim: 'a share where KEDA reads a whole number',
    text: trigger('type: redis, metadata: { listName: a, listLength: "2.5" }'),
    problems: ['8:59 bad-number'],
  },
  {
    claim: 'a number that JSON does not have',
    text: trigger('type: prometheus, metadata: { serverAddress: a, query: b, threshold: ".5" }'),
    problems: ['8:78 bad-number'],
  },
  {
    claim: 'a target that is no number',
    text: trigger('type: kafka, metadata: { consumerGroup: a, lagThreshold: many }'),
    problems: ['8:66 bad-number'],
  },
  {
    claim: 'a target of 0',
    text: trigger('type: redis, metadata: { listName: a, listLength: "0" }'),
    problems: ['8:59 out-of-range'],
  },
  {
    claim: 'a prometheus trigger without a query',
    text: trigger('type: prometheus, metadata: { serverAddress: a, threshold: "1" }'),
    problems: ['8:37 missing-key'],
  },
  {
    claim: 'Utilization of a queue',
    text: trigger('type: redis, metricType: Utilization, metadata: { listName: a }'),
    problems: ['8:34 wrong-metric-type'],
  },
  {
    claim: 'a type without a target that has no default',
    text: trigger('type: metrics-api, metadata: { url: a, valueLocation: b }'),
    problems: ['8:7 missing-target'],
  },
  {
    claim: 'cpu without a metricType',
    text: trigger('type: cpu, metadata: { value: "60" }'),
    problems: ['8:7 missing-key'],
  },
  {
    claim: 'cpu as Value',
    text: trigger('type: cpu, metricType: Value, metadata: { value: "60" }'),
    problems: ['8:32 wrong-metric-type'],
  },
  {
    claim: 'a cached cpu',
    text: trigger('type: cpu, metricType: Utilization, useCachedMetrics: true, metadata: { value: "60" }'),
    problems: ['8:63 cached-resource'],
  },
  {
    claim: 'a quantity that is none',
    text: trigger('type: cpu, metricType: AverageValue, metadata: { value: "6x" }'),
    problems: ['8:7 bad-value'],
  },
  {
    claim: 'a cron that is none',
    text: trigger(
      'type: cron, metadata: { timezone: UTC, start: "0 25 * * *", end: "0 1 * * *", desiredReplicas: "2" }',
    ),
    problems: ['8:55 bad-schedule'],
  },
  {
    claim: 'a cron window of no length',
    text: trigger(
      'type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 1 * * *", desiredReplicas: "2" }',
    ),
    problems: ['8:73 same-schedule'],
  },
  {
    claim: 'a cron to 0',
    text: trigger(
      'type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *", desiredReplicas: "0" }',
    ),
    problems: ['8:103 cron-zero'],
  },
  {
    claim: 'a cron without a count, and cached',
    text: trigger(
      'type: cron, useCachedMetrics: true, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *" }',
    ),
    problems: ['8:39 cached-cron', '8:55 missing-key'],
  },
  {
    claim: 'two triggers of one name',
    text: scaledObjectText({
      triggers: `${rabbitmq.replace('type', 'name: a, type')}\n${rabbitmq.replace('type', 'name: a, type')}`,
    }),
    problems: ['9:15 double-name'],
  },
  {
    claim: 'a formula with an unknown name',
    text: scaledObjectText({ spec: '  advanced: { scalingModifiers: { formula: "a + 1", target: "1" } }' }),
    problems: ['7:44 bad-formula'],
  },
  {
    claim: 'a trigger without metadata',
    text: trigger('type: activemq'),
    problems: ['8:7 missing-key'],
  },
  {
    claim: 'a formula without a target',
    text: scaledObjectText({ spec: '  advanced: { scalingModifiers: { formula: "1" } }' }),
    problems: ['7:33 missing-key'],
  },
  {
    claim: 'a wrong behavior of the HPA',
    text: scaledObjectText({
      spec: '  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 9999 } } } }',
    }),
    problems: ['7:101 out-of-range'],
  },
  {
    claim: 'an unknown key in it',
    text: scaledObjectText({ spec: '  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDwn: {} } } }' }),
    problems: ['7:70 unknown-key'],
  },
  {
    claim: 'a metric that no scenario has',
    text: scaledObjectText(),
    metricNames: { s0: 'queue_dept' },
    problems: ['undefined:undefined unknown-metric'],
  },
  {
    claim: 'several at once',
    text: scaledObjectText({ spec: '  pollingInterval: 0\n  foo: 1' }),
    problems: ['7:20 out-of-range', '8:3 unknown-key'],
  },
];

describe('reading a manifest of KEDA', () => {
  for (const { claim, text, problems, metricNames = {} } of bad) {
    it(`refuses ${claim}, with its place`, () => expect(problemsOf(text, metricNames)).toEqual(problems));
  }

  it('offers the nearest name', () => {
    expect(() => read(trigger('type: rabitmq, metadata: {}'))).toThrow('Did you mean "rabbitmq"?');
    expect(() => read(scaledObjectText({ spec: '  minReplicaCont: 1' }))).toThrow('Did you mean "minReplicaCount"?');
  });

  it('takes null for a key that is not there', () => {
    expect(read(scaledObjectText({ spec: '  minReplicaCount: null\n  fallback:' })).bounds).toEqual({
      minCount: 0,
      maxCount: 100,
    });
  });

  it('knows its own documents by their content', () => {
    expect(keda.recognises({ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject' })).toBe(true);
    expect(keda.recognises({ apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledJob' })).toBe(true);
    for (const other of [
      { apiVersion: 'keda.sh/v1alpha1', kind: 'TriggerAuthentication' },
      { kind: 'ScaledObject' },
      null,
      'x',
      [],
    ]) {
      expect(keda.recognises(other)).toBe(false);
    }
    expect(platforms).toContain(keda);
  });

  it('passes over the other documents of a file', () => {
    const text = `apiVersion: v1\nkind: Secret\n---\n${scaledObjectText()}`;
    const found = readManifests({ text, file: 'worker.yaml', params: {}, metricNames: {} });
    expect(found.map(({ manifest }) => manifest.name)).toEqual(['worker']);
  });

  it('warns of everything that it does not simulate', () => {
    const text = scaledObjectText({
      spec: '  advanced: { restoreToOriginalReplicaCount: true }',
      triggers:
        '    - { type: kafka, metadata: { bootstrapServers: a, consumerGroup: b, topic: c, allowIdleConsumers: "true" } }',
    });
    expect(read(text).warnings.map(({ what }) => what)).toEqual([
      '`allowIdleConsumers` is not simulated',
      's0 kafka: bootstrapServers, consumerGroup, topic are not used',
      '`restoreToOriginalReplicaCount` is not simulated',
    ]);
  });

  it('never fails but with problems, whatever a document holds', () => {
    const key = fc.constantFrom(
      'spec',
      'triggers',
      'metadata',
      'type',
      'name',
      'scaleTargetRef',
      'fallback',
      'advanced',
      'x',
    );
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 1, -1, '', 'cron', 'cpu', true),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(key, tie('any'), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(value, fc.constantFrom('ScaledObject', 'ScaledJob'), (spec, kind) => {
        const document = { apiVersion: 'keda.sh/v1alpha1', kind, metadata: { name: 'a' }, spec };
        try {
          keda.read(parse(JSON.stringify(document)), { metricNames: {} });
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(ProblemError);
        }
      }),
    );
  });
});

describe('a ScaledObject on a service', () => {
  const check = (text: string, metricNames = {}) =>
    read(text, metricNames)
      .check(service)
      .map(({ code }) => code);

  it('runs when its triggers have metrics', () => expect(check(scaledObjectText())).toEqual([]));

  it('has to be told which metric a query stands for, with the list of those there are', () => {
    const text = trigger(
      'type: prometheus, metadata: { serverAddress: a, threshold: "10", query: "sum(rate(http_requests_total[2m]))" }',
    );
    const [problem] = read(text).check(service);
    expect(problem).toMatchObject({ code: 'unmapped-trigger', where: { line: 8, column: 7 } });
    expect(problem.why).toContain('worker has: cpu_utilization, queue_depth, request_rate.');
    expect(problem.fix).toContain('--metric s0=METRIC');
    for (const name of ['s0', 'prometheus', 's0-prometheus'])
      expect(check(text, { [name]: 'request_rate' })).toEqual([]);
  });

  it('takes a query that names a metric of the scenario', () => {
    expect(
      check(trigger('type: prometheus, metadata: { serverAddress: a, threshold: "10", query: "sum(queue_depth)" }')),
    ).toEqual([]);
  });

  it('cannot read a metric that the service does not have', () => {
    expect(check(scaledObjectText(), { rabbitmq: 'error_rate' })).toEqual(['unknown-metric']);
  });

  it('cannot compare cpu with a request that is not there', () => {
    const text = trigger('type: cpu, metricType: Utilization, metadata: { value: "60" }').replace(
      '  triggers',
      '  minReplicaCount: 1\n  triggers',
    );
    expect(check(text)).toEqual(['missing-request']);
    expect(read(text).check({ ...service, cpuRequest: 0.5 })).toEqual([]);
  });

  it('does not run what KEDA refuses', () => {
    expect(check(scaledObjectText({ spec: '  minReplicaCount: 2\n  idleReplicaCount: 2' }))).toEqual([
      'bad-idle-count',
    ]);
  });
});

describe('explaining a ScaledObject', () => {
  it('says who decides what, with the numbers', () => {
    const text = scaledObjectText({
      spec: '  cooldownPeriod: 120\n  maxReplicaCount: 40\n  fallback: { failureThreshold: 3, replicas: 6 }',
    });
    expect(read(text).explain()).toEqual([
      'At 0 instances KEDA looks every 30 s and starts 1 when s0 rabbitmq is above 5.',
      'At 0 a queue can only be seen in a scenario with a central one (gateway.queue).',
      'It stops them 120 s after the last poll at which that held (cooldownPeriod, for this step only).',
      'Between 1 and 40 instances an HPA that KEDA makes (keda-hpa-worker) decides, every 15 s.',
      "s0 rabbitmq: at most 10 messages of the queue an instance; the value is the scenario's queue_depth.",
      "It shrinks to the largest count asked for in the last 300 s (the HPA's stabilization).",
      "After a trigger has failed 4 times in a row, at polls and at the HPA's questions (45 s while it runs), KEDA goes to 6 instances.",
      'At 0 only the polls ask (120 s), and then it starts the target (KEDA 2.19 and newer).',
      'queue_depth is collected every 15s, as it is then, so up to 15s old; gone 315s after the last collection (from the defaults).',
      "A scenario's own `telemetry` overrides that, key by key.",
    ]);
  });
});

describe('what a fallback does at 0', () => {
  const words = (metricType: string) =>
    read(
      scaledObjectText({
        spec: '  fallback: { failureThreshold: 3, replicas: 1 }',
        triggers: rabbitmq.replace('type: rabbitmq', `type: rabbitmq, metricType: ${metricType}`),
      }),
    )
      .explain()
      .join('\n');

  it('depends on the metric type: a Value needs ready instances', () => {
    expect(words('AverageValue')).toContain('At 0 only the polls ask (120 s), and then it starts the target');
    expect(words('Value')).toContain('At 0 it starts nothing');
    expect(words('Value')).toContain('KEDA goes to 1 instance.');
    const cron =
      '    - { type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *", desiredReplicas: "2" } }';
    const beside = rabbitmq.replace('type: rabbitmq', 'type: rabbitmq, metricType: Value');
    const spec = '  fallback: { failureThreshold: 3, replicas: 1 }';
    const besideCron = read(scaledObjectText({ spec, triggers: `${cron}\n${beside}` }));
    expect(besideCron.explain().join('\n')).toContain('At 0 it starts nothing');
  });
});

describe('a ScaledJob', () => {
  const text = [
    'apiVersion: keda.sh/v1alpha1',
    'kind: ScaledJob',
    'metadata: { name: worker }',
    'spec:',
    '  jobTargetRef: { template: {} }',
    '  maxReplicaCount: 30',
    '  scalingStrategy: { strategy: accurate }',
    '  triggers:',
    rabbitmq,
    '',
  ].join('\n');

  it('is explained and cannot run', () => {
    const manifest = read(text);
    expect(manifest.check(service).map(({ code }) => code)).toEqual(['scaled-job-not-simulated']);
    expect(manifest.explain()).toContain('With 20 waiting at each trigger and 0 jobs running it would start 2.');
    expect(() => runPolicy(policyOf(text), new FakeHost(), 15)).toThrow('a ScaledJob cannot be run as a policy');
  });

  it('refuses an unknown strategy', () => {
    expect(problemsOf(text.replace('accurate', 'accurat'))).toEqual(['7:32 unknown-value']);
  });

  it('is warned of a custom strategy that KEDA would not follow', () => {
    expect(
      read(text.replace('accurate', 'custom'))
        .lint()
        .map(({ code }) => code),
    ).toEqual(['custom-without-share']);
  });
});
