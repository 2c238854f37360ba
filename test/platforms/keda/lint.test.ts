import { describe, expect, it } from 'vitest';
import { rabbitmq, read, scaledObjectText, service } from './manifestText.js';

const trigger = (text: string, spec = '') => scaledObjectText({ triggers: `    - { ${text} }`, spec });
const query = (text: string, target = '10') =>
  trigger(`type: prometheus, metadata: { serverAddress: a, threshold: "${target}", query: "${text}" }`);
const cpu = 'type: cpu, metricType: Utilization, metadata: { value: "60" }';
const spec = (text: string) => scaledObjectText({ spec: text });
const mixed = scaledObjectText({
  triggers: `${rabbitmq}\n    - { ${cpu} }`,
  spec: '  fallback: { failureThreshold: 1, replicas: 1 }',
});

interface Case {
  readonly claim: string;
  readonly text: string;
  readonly lints: readonly string[];
}

const cases: readonly Case[] = [
  { claim: 'nothing of a plain queue', text: scaledObjectText(), lints: [] },
  {
    claim: 'a cooldown that does nothing',
    text: spec('  minReplicaCount: 1\n  cooldownPeriod: 60'),
    lints: ['warning cooldown-does-nothing'],
  },
  {
    claim: 'nothing of a cooldown to idle',
    text: spec('  minReplicaCount: 1\n  idleReplicaCount: 0\n  cooldownPeriod: 60'),
    lints: [],
  },
  {
    claim: 'a polling interval that does not scale',
    text: spec('  minReplicaCount: 1\n  pollingInterval: 5'),
    lints: ['warning polling-is-not-scaling'],
  },
  {
    claim: 'a polling interval below the sync of the HPA',
    text: spec('  pollingInterval: 5'),
    lints: ['warning polling-is-not-scaling'],
  },
  { claim: 'nothing of one that wakes', text: spec('  pollingInterval: 60'), lints: [] },
  { claim: 'a fixed count', text: spec('  minReplicaCount: 3\n  maxReplicaCount: 3'), lints: ['warning min-is-max'] },
  {
    claim: 'an idle count other than 0',
    text: spec('  minReplicaCount: 3\n  idleReplicaCount: 1'),
    lints: ['error bad-idle-count'],
  },
  { claim: 'an idle count at the minimum', text: spec('  idleReplicaCount: 0'), lints: ['error bad-idle-count'] },
  {
    claim: 'a pause',
    text: scaledObjectText({ annotations: 'autoscaling.keda.sh/paused: "true"' }),
    lints: ['warning paused'],
  },
  { claim: 'cpu alone with a minimum of 0', text: trigger(cpu), lints: ['error cannot-wake'] },
  {
    claim: 'a fallback for cpu alone',
    text: trigger(cpu, '  minReplicaCount: 1\n  fallback: { failureThreshold: 1, replicas: 1 }'),
    lints: ['error fallback-without-trigger'],
  },
  { claim: 'cpu beside a fallback', text: mixed, lints: ['warning no-fallback'] },
  {
    claim: 'a scoped fallback without a formula',
    text: spec('  fallback: { failureThreshold: 1, replicas: 1, behavior: scalingModifiers }'),
    lints: ['error fallback-without-formula'],
  },
  { claim: 'an average of a quotient', text: query('sum(a) / sum(b)'), lints: ['warning average-of-ratio'] },
  { claim: 'a target below 1', text: query('sum(a)', '0.5'), lints: ['warning average-of-ratio'] },
  { claim: 'a query that is not aggregated', text: query('a_total'), lints: ['error query-not-aggregated'] },
  { claim: 'a query that keeps groups', text: query('sum by (pod) (a)'), lints: ['warning query-grouped'] },
  { claim: 'a rate under two scrapes', text: query('sum(rate(a[1m]))'), lints: ['warning short-rate-window'] },
  { claim: 'nothing of a rate over two scrapes', text: query('sum(rate(a[2m]))'), lints: [] },
  {
    claim: 'an activation above the target',
    text: trigger('type: redis, metadata: { listName: a, listLength: "5", activationListLength: "6" }'),
    lints: ['warning activation-above-target'],
  },
  {
    claim: 'a whole queue as Value',
    text: trigger('type: redis, metricType: Value, metadata: { listName: a }'),
    lints: ['warning total-as-value'],
  },
  {
    claim: 'a number without quotes',
    text: trigger('type: redis, metadata: { listName: a, listLength: 5 }'),
    lints: ['error unquoted-metadata'],
  },
  {
    claim: 'a cron to 0',
    text: trigger(
      'type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *", desiredReplicas: "0" }',
    ),
    lints: ['warning cron-zero'],
  },
  {
    claim: 'a cron above the maximum',
    text: trigger(
      'type: cron, metadata: { timezone: UTC, start: "0 1 * * *", end: "0 2 * * *", desiredReplicas: "200" }',
    ),
    lints: ['warning cron-above-max'],
  },
  {
    claim: 'the behavior of the HPA',
    text: spec('  advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleUp: { selectPolicy: Disabled } } } }'),
    lints: ['error never-grows'],
  },
  {
    claim: 'nothing of a direction that a pause disables',
    text: scaledObjectText({ annotations: 'autoscaling.keda.sh/paused-scale-out: "true"' }),
    lints: [],
  },
];

describe('what surprises people about KEDA', () => {
  for (const { claim, text, lints } of cases) {
    it(`names ${claim}`, () => {
      const found = read(text).lint();
      expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual(lints);
      for (const { where } of found) expect(where.line).toBeGreaterThan(3);
    });
  }

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
    const text = trigger('type: metrics-api, metricType: Value, metadata: { targetValue: "60" }');
    expect(
      read(text, { s0: 'cpu_utilization' })
        .lint()
        .map(({ code }) => code),
    ).toEqual(['percent-of-a-ratio']);
  });
});
