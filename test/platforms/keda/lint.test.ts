import { describe, expect, it } from 'vitest';
import { triggerKinds } from '../../../src/platforms/keda/triggers/index.js';
import { read, scaledObjectText, service } from './manifestText.js';

const trigger = (text: string, spec = '') => scaledObjectText({ triggers: `    - { ${text} }`, spec });
const two = (first: string, second: string, spec = '') =>
  scaledObjectText({ triggers: `    - { ${first} }\n    - { ${second} }`, spec });
const query = (text: string, target = '10', spec = '') =>
  trigger(`type: prometheus, metadata: { serverAddress: a, threshold: "${target}", query: '${text}' }`, spec);
const redis = (metadata: string, more = '') =>
  `type: redis, ${more}metadata: { listName: a, listLength: "5", ${metadata} }`;
const kafka = (metadata: string) =>
  trigger(`type: kafka, metadata: { bootstrapServers: a, consumerGroup: b, topic: c, ${metadata} }`);
const cron = (count: string) =>
  `type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *", desiredReplicas: "${count}" }`;
const cpu = 'type: cpu, metricType: Utilization, metadata: { value: "60" }';
const spec = (text: string) => scaledObjectText({ spec: text });
const formula = (text: string, target = '2') =>
  `  advanced: { scalingModifiers: { formula: "${text}", target: "${target}" } }`;
const source = (name: string, metadata = 'targetValue: "1"') =>
  `type: metrics-api, name: ${name}, metadata: { url: u, valueLocation: v, ${metadata} }`;
const named = (name: string) => scaledObjectText().replaceAll('worker', name);
const fallback = '  fallback: { failureThreshold: 1, replicas: 1 }\n';

/** A lint, manifests of which it speaks, and manifests like them of which it does not. */
interface LintCase {
  readonly lint: string;
  readonly fires: readonly string[];
  readonly not: readonly string[];
}

const cases: readonly LintCase[] = [
  {
    lint: 'warning cooldown-does-nothing',
    fires: [spec('  minReplicaCount: 1\n  cooldownPeriod: 60')],
    not: [spec('  minReplicaCount: 1\n  idleReplicaCount: 0\n  cooldownPeriod: 60'), spec('  minReplicaCount: 1')],
  },
  {
    lint: 'warning polling-is-not-scaling',
    fires: [spec('  minReplicaCount: 1\n  pollingInterval: 5'), spec('  pollingInterval: 5')],
    not: [spec('  pollingInterval: 60')],
  },
  {
    lint: 'warning min-is-max',
    fires: [spec('  minReplicaCount: 3\n  maxReplicaCount: 3')],
    not: [spec('  minReplicaCount: 3\n  maxReplicaCount: 4')],
  },
  {
    lint: 'error bad-idle-count',
    fires: [spec('  idleReplicaCount: 0'), spec('  minReplicaCount: 2\n  idleReplicaCount: 2')],
    not: [spec('  minReplicaCount: 1\n  idleReplicaCount: 0'), spec('  minReplicaCount: 0\n  idleReplicaCount: 0')],
  },
  {
    lint: 'warning idle-is-not-kept',
    fires: [spec('  minReplicaCount: 3\n  idleReplicaCount: 1')],
    not: [spec('  minReplicaCount: 3\n  idleReplicaCount: 0')],
  },
  {
    lint: 'warning paused',
    fires: [
      scaledObjectText({ annotations: 'autoscaling.keda.sh/paused: "true"' }),
      scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-replicas: "3"' }),
    ],
    not: [
      scaledObjectText({ annotations: 'autoscaling.keda.sh/paused: "false"' }),
      scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-scale-out: "true"' }),
    ],
  },
  {
    lint: 'error cannot-wake',
    fires: [trigger(cpu)],
    not: [trigger(cpu, '  minReplicaCount: 1'), two(cpu, redis(''))],
  },
  {
    lint: 'error fallback-without-trigger',
    fires: [trigger(cpu, `${fallback}  minReplicaCount: 1`)],
    not: [two(cpu, redis(''), fallback)],
  },
  {
    lint: 'warning no-fallback',
    fires: [two(cpu, redis(''), fallback)],
    not: [two(cpu, redis('')), trigger(redis(''), fallback)],
  },
  {
    lint: 'error fallback-without-formula',
    fires: [spec('  fallback: { failureThreshold: 1, replicas: 1, behavior: scalingModifiers }')],
    not: [spec('  fallback: { failureThreshold: 1, replicas: 1, behavior: static }')],
  },
  {
    lint: 'error fallback-never-acts',
    fires: [trigger(source('a'), `${fallback}${formula('a', '2.5')}`)],
    not: [trigger(source('a'), `${fallback}${formula('a', '2')}`), trigger(source('a'), formula('a', '2.5'))],
  },
  {
    lint: 'warning fallback-above-max',
    fires: [spec('  maxReplicaCount: 5\n  fallback: { failureThreshold: 1, replicas: 6 }')],
    not: [
      spec('  maxReplicaCount: 5\n  fallback: { failureThreshold: 1, replicas: 5 }'),
      spec('  maxReplicaCount: 5\n  fallback: { failureThreshold: 1, replicas: 6, behavior: currentReplicas }'),
    ],
  },
  {
    lint: 'error name-too-long',
    fires: [named('a'.repeat(64)), named('a'.repeat(55))],
    not: [named('a'.repeat(54))],
  },
  {
    lint: 'warning average-of-ratio',
    fires: [
      query('sum(a) / sum(b)', '0.6'),
      query('avg(a)'),
      query('histogram_quantile(0.9, sum(a) by (le))'),
      trigger(
        'type: rabbitmq, metadata: { host: "http://h", queueName: a, mode: PublishedToDeliveredRatio, value: "2" }',
      ),
    ],
    not: [
      query('sum(a)', '0.5'),
      query('sum(a) / 60'),
      query('sum(a) / sum(b)').replace('type: prometheus,', 'type: prometheus, metricType: Value,'),
      trigger('type: postgresql, metadata: { query: \'SELECT avg(a) / 4 FROM b\', targetQueryValue: "3" }'),
    ],
  },
  {
    lint: 'error query-not-aggregated',
    fires: [query('a_total'), query('rate(a_total{b="c"}[5m])')],
    not: [
      query('sum(a_total)'),
      query('a{b="c"}'),
      trigger("type: graphite, metadata: { serverAddress: a, queryTime: '-1m', query: 'stats.counters.a' }"),
      trigger('type: datadog, metadata: { query: \'avg:a.b{c:d}\', queryValue: "7" }'),
    ],
  },
  { lint: 'warning query-not-aggregated', fires: [query('a{b="c"}')], not: [query('sum(a{b="c"})'), query('a')] },
  { lint: 'warning query-of-a-rule', fires: [query('a:b:sum')], not: [query('sum(a:b:sum)')] },
  {
    lint: 'warning query-grouped',
    fires: [query('sum by (pod) (a)'), query('sum(a) without (pod)')],
    not: [query('sum(a)'), query('sum by (pod) (a{pod="b"})')],
  },
  { lint: 'warning query-first-k', fires: [query('topk(3, a)')], not: [query('topk(1, a)')] },
  {
    lint: 'warning query-or',
    fires: [query('sum by (a) (b{a="c"}) or vector(0)')],
    not: [query('sum(b) or vector(0)'), query('sum by (a) (b{a="c"}) or on () vector(0)')],
  },
  {
    lint: 'warning query-not-promql',
    fires: [query('sum(a'), query('sum(a{b="c"}[{{ .Values.window }}])')],
    not: [query('sum(a)'), trigger('type: mysql, metadata: { query: \'SELECT 1\', queryValue: "1" }')],
  },
  {
    lint: 'warning short-rate-window',
    fires: [query('sum(rate(a[1m]))')],
    not: [query('sum(rate(a[2m]))'), query('max(max_over_time(a[1m]))')],
  },
  {
    lint: 'warning activation-above-target',
    fires: [trigger(redis('activationListLength: "6"'))],
    not: [trigger(redis('activationListLength: "5"'))],
  },
  {
    lint: 'warning activation-does-nothing',
    fires: [trigger(redis('activationListLength: "2"'), '  minReplicaCount: 1')],
    not: [trigger(redis('activationListLength: "2"')), trigger(redis(''), '  minReplicaCount: 1')],
  },
  {
    lint: 'warning total-as-value',
    fires: [trigger(redis('', 'metricType: Value, '))],
    not: [
      trigger(redis('')),
      query('sum(a)').replace('type: prometheus,', 'type: prometheus, metricType: Value,'),
      trigger(
        'type: rabbitmq, metricType: Value, metadata: { host: "http://h", queueName: a, mode: DeliverGetRate, value: "2" }',
      ),
    ],
  },
  {
    lint: 'warning partition-cap',
    fires: [
      kafka('lagThreshold: "5"'),
      kafka('limitToPartitionsWithLag: "true"'),
      trigger('type: kafka, name: a, metadata: { bootstrapServers: a, consumerGroup: b }', formula('a')),
    ],
    not: [
      kafka('allowIdleConsumers: "true"'),
      trigger(redis('')),
      trigger(
        'type: kafka, name: a, metadata: { bootstrapServers: a, consumerGroup: b, allowIdleConsumers: "true" }',
        formula('a'),
      ),
    ],
  },
  {
    lint: 'error no-scaler',
    fires: [
      kafka('limitToPartitionsWithLag: "true", allowIdleConsumers: "true"'),
      trigger('type: rabbitmq, metadata: { host: h, queueName: a, value: "9" }'),
      trigger('type: rabbitmq, metadata: { host: h, queueName: a, mode: Length, value: "9" }'),
      trigger('type: rabbitmq, metadata: { host: "amqp://h", queueName: a, mode: MessageRate, value: "9" }'),
    ],
    not: [
      kafka('limitToPartitionsWithLag: "true"'),
      trigger('type: rabbitmq, metadata: { host: h, queueName: a }'),
      trigger('type: rabbitmq, metadata: { host: h, queueName: a, queueLength: "9" }'),
      trigger('type: rabbitmq, metadata: { host: "http://h", queueName: a, mode: MessageRate, value: "9" }'),
    ],
  },
  {
    lint: 'error removed-key',
    fires: [
      trigger('type: cpu, metadata: { type: Utilization, value: "60" }', '  minReplicaCount: 1'),
      trigger(
        'type: cpu, metricType: Utilization, metadata: { type: Utilization, value: "60" }',
        '  minReplicaCount: 1',
      ),
      trigger('type: gcp-pubsub, metadata: { subscriptionName: a, subscriptionSize: "5" }'),
    ],
    not: [trigger(cpu, '  minReplicaCount: 1'), trigger('type: gcp-pubsub, metadata: { subscriptionName: a }')],
  },
  {
    lint: 'error source-without-target',
    fires: [trigger('type: prometheus, name: a, metadata: { serverAddress: s, query: sum(x) }', formula('a'))],
    not: [
      trigger('type: prometheus, name: a, metadata: { serverAddress: s, query: sum(x), threshold: "1" }', formula('a')),
      trigger(source('a', ''), formula('a')),
      trigger('type: azure-queue, name: a, metadata: { queueName: q }', formula('a')),
    ],
  },
  {
    lint: 'warning not-in-formula',
    fires: [two(source('a'), source('b'), formula('a'))],
    not: [two(source('a'), source('b'), formula('a + b')), two(source('a'), cpu, formula('a'))],
  },
  {
    lint: 'warning ignored-by-formula',
    fires: [trigger(source('a', 'activationTargetValue: "3"'), formula('a'))],
    not: [trigger(source('a'), formula('a')), trigger(source('a', 'targetValue: "1", activationTargetValue: "3"'))],
  },
  {
    lint: 'warning ignored-keys',
    fires: [
      trigger(redis('listLenght: "3"')),
      trigger('type: cpu, metricType: Utilization, metadata: { value: "60", valu: "1" }', '  minReplicaCount: 1'),
      scaledObjectText({ annotations: 'autoscaling.keda.sh/pause: "true"' }),
    ],
    not: [
      trigger(redis('passwordFromEnv: P')),
      trigger('type: external, metadata: { scalerAddress: a, anything: b }'),
      scaledObjectText({ annotations: 'example.com/pause: "true"' }),
    ],
  },
  {
    lint: 'warning incomplete-trigger',
    fires: [
      trigger('type: azure-queue, metadata: {}'),
      trigger('type: solr, metadata: { host: h, collection: c, targetQueryValue: "1" }'),
    ],
    not: [
      trigger('type: azure-queue, metadata: { queueName: a }'),
      trigger(
        'type: solr, authenticationRef: { name: a }, metadata: { host: h, collection: c, targetQueryValue: "1" }',
      ),
      trigger('type: ibmmq, authenticationRef: { name: a }, metadata: { host: h, queueNames: "c,d" }'),
    ],
  },
  {
    lint: 'error unquoted-metadata',
    fires: [trigger('type: redis, metadata: { listName: a, listLength: 5 }')],
    not: [trigger('type: redis, metadata: { listName: a, listLength: "5" }')],
  },
  {
    lint: 'warning cron-above-max',
    fires: [trigger(cron('200'))],
    not: [trigger(cron('100'))],
  },
  {
    lint: 'warning cron-below-min',
    fires: [trigger(cron('2'), '  minReplicaCount: 2')],
    not: [trigger(cron('3'), '  minReplicaCount: 2'), trigger(cron('1'))],
  },
  {
    lint: 'warning cron-is-a-floor',
    fires: [two(cron('5'), redis(''))],
    not: [trigger(cron('5')), two(cron('5'), cron('6'))],
  },
  {
    lint: 'warning stops-from-any-count',
    fires: [
      spec('  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { selectPolicy: Disabled } } } }'),
      spec('  cooldownPeriod: 60'),
      spec(
        '  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 600 } } } }',
      ),
    ],
    not: [
      scaledObjectText(),
      spec('  cooldownPeriod: 60\n  minReplicaCount: 1'),
      spec(
        '  cooldownPeriod: 60\n  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: { stabilizationWindowSeconds: 0 } } } }',
      ),
    ],
  },
  {
    lint: 'warning window-outlasts-cooldown',
    fires: [query('sum(increase(a[10m]))')],
    not: [
      query('sum(increase(a[10m])) > 5'),
      query('sum(increase(a[5m]))'),
      query('sum(increase(a[10m]))', '10', '  minReplicaCount: 1'),
    ],
  },
  {
    lint: 'warning busy-and-stopped',
    fires: [two(cpu, redis(''))],
    not: [two(cpu, redis(''), '  minReplicaCount: 1'), trigger(redis(''))],
  },
  {
    lint: 'error never-grows',
    fires: [
      spec('  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { selectPolicy: Disabled } } } }'),
    ],
    not: [scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-scale-out: "true"' })],
  },
];

const lintsOf = (text: string) => read(text).lint();
const namesOf = (text: string) => lintsOf(text).map(({ level, code }) => `${level} ${code}`);

describe('what surprises people about KEDA', () => {
  it('is nothing about a plain queue', () => expect(namesOf(scaledObjectText())).toEqual([]));

  for (const { lint, fires, not } of cases) {
    it(`${lint} fires where it is true`, () => {
      for (const text of fires) {
        const found = lintsOf(text).filter(({ level, code }) => `${level} ${code}` === lint);
        expect(found.length, text).toBeGreaterThan(0);
        for (const { where } of found) expect(where.line, text).toBeGreaterThan(2);
      }
    });
    it(`${lint} does not fire where it is not`, () => {
      for (const text of not) expect(namesOf(text), text).not.toContain(lint);
    });
  }

  it('names all that KEDA does not read in one warning', () => {
    const text = two(
      redis('listLenght: "3", hosst: b'),
      'type: cpu, metricType: Utilization, metadata: { value: "6", x: "1" }',
    );
    const found = lintsOf(
      text.replace('metadata:\n', 'metadata:\n  annotations: { autoscaling.keda.sh/pause: "true" }\n'),
    );
    const ignored = found.filter(({ code }) => code === 'ignored-keys');
    expect(ignored.map(({ what }) => what)).toEqual([
      'KEDA does not read autoscaling.keda.sh/pause (did you mean autoscaling.keda.sh/paused?), listLenght of s0 redis (did you mean listLength?), hosst of s0 redis (did you mean host?), x of s1 cpu',
    ]);
  });

  it('says nothing of PromQL about a query in another language, whatever its type', () => {
    const others = triggerKinds.filter(({ promqlKey }) => promqlKey === undefined);
    for (const { type, targetKeys } of others) {
      const target = targetKeys.length === 0 ? '' : `${targetKeys[0]}: "2", `;
      const text = trigger(`type: ${type}, metadata: { ${target}query: "SELECT avg(a) / count(b) FROM c[1m]" }`);
      try {
        expect(
          namesOf(text).filter((name) => /query|ratio|window/.test(name)),
          type,
        ).toEqual([]);
      } catch (thrown) {
        // A type that needs more keys is refused for those, which the table above looks at.
        expect(String(thrown), type).toContain('missing-key');
      }
    }
  });

  it('names bounds of the scenario that hide what it does', () => {
    const lints = read(scaledObjectText()).lint({ ...service, minCount: 1, maxCount: 20 });
    expect(lints.map(({ code }) => code)).toEqual(['scenario-min', 'scenario-max']);
  });

  it('goes by the scrape of the scenario where there is one', () => {
    expect(read(query('sum(rate(a[1m]))')).lint(service)).toEqual([]);
    expect(
      read(query('sum(rate(a[20s]))'))
        .lint(service)
        .map(({ code }) => code),
    ).toEqual(['short-rate-window']);
  });

  it('names a percentage of a metric that is a ratio', () => {
    const text = trigger(`${source('a', 'targetValue: "60"')}, metricType: Value`);
    expect(
      read(text, { s0: 'cpu_utilization' })
        .lint()
        .map(({ code }) => code),
    ).toEqual(['percent-of-a-ratio']);
  });
});
