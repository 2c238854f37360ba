import { describe, expect, it } from 'vitest';
import { triggerKinds } from '../../../src/platforms/keda/triggers/index.js';
import type { TriggerKind } from '../../../src/platforms/keda/triggers/triggerKind.js';
import { FakeHost, runPolicy } from '../../policy/fakeHost.js';
import { policyOf, problemsOf, read, scaledObjectText, service } from './manifestText.js';

/** A ScaledObject with one trigger; the metadata as text by key. */
function withTrigger(type: string, metadata: Readonly<Record<string, string>>, spec = ''): string {
  const pairs = Object.entries(metadata).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return scaledObjectText({ triggers: `    - { type: ${type}, name: a, metadata: { ${pairs.join(', ')} } }`, spec });
}

/** What a type needs beside its target. */
function needed({ neededKeys }: TriggerKind): Record<string, string> {
  return Object.fromEntries(neededKeys.map((key) => [key, 'a']));
}

const targetOf = (text: string): string =>
  read(text)
    .explain()
    .join('\n')
    .match(/at most ([\d.]+) /)?.[1] ?? 'none';

/** Every type that KEDA builds a scaler for, in the main branch after v2.20.2: pkg/scaling/scalers_builder.go, without its mock. */
const types =
  'activemq apache-kafka arangodb artemis-queue aws-cloudwatch aws-dynamodb aws-dynamodb-streams aws-kinesis-stream aws-sqs-queue ' +
  'azure-app-insights azure-blob azure-data-explorer azure-eventhub azure-log-analytics azure-monitor azure-pipelines azure-queue ' +
  'azure-servicebus beanstalkd cassandra clickhouse couchdb datadog dynatrace elastic-forecast elasticsearch etcd external ' +
  'external-push forgejo-runner gcp-cloudtasks gcp-pubsub gcp-spanner gcp-stackdriver gcp-storage github-runner graphite ' +
  'huawei-cloudeye ibmmq influxdb kafka kubernetes-resource kubernetes-workload liiklus loki metrics-api mongodb mssql mysql ' +
  'nats-jetstream new-relic nsq opensearch openstack-metric openstack-swift postgresql predictkube prometheus pulsar rabbitmq ' +
  'redis redis-cluster redis-cluster-streams redis-sentinel redis-sentinel-streams redis-streams selenium-grid ' +
  'solace-direct-messaging solace-event-queue solarwinds solr splunk splunk-observability sumologic temporal';

/** KEDA's own defaults, from the same sources: pkg/scalers. */
const defaults: readonly [string, Readonly<Record<string, string>>, number][] = [
  ['activemq', {}, 10],
  ['apache-kafka', { consumerGroup: 'a' }, 10],
  ['artemis-queue', {}, 10],
  ['aws-dynamodb-streams', {}, 2],
  ['aws-kinesis-stream', {}, 2],
  ['aws-sqs-queue', {}, 5],
  ['azure-blob', {}, 5],
  ['azure-eventhub', {}, 64],
  ['azure-pipelines', {}, 1],
  ['azure-queue', {}, 5],
  ['azure-servicebus', {}, 5],
  ['forgejo-runner', {}, 1],
  ['gcp-cloudtasks', {}, 100],
  ['gcp-pubsub', {}, 10],
  ['gcp-spanner', {}, 5],
  ['gcp-stackdriver', {}, 5],
  ['gcp-storage', {}, 100],
  ['github-runner', {}, 1],
  ['graphite', {}, 100],
  ['ibmmq', {}, 20],
  ['kafka', { consumerGroup: 'a' }, 10],
  ['liiklus', {}, 10],
  ['nats-jetstream', {}, 10],
  ['nsq', {}, 10],
  ['openstack-swift', {}, 2],
  ['pulsar', {}, 10],
  ['rabbitmq', { queueName: 'a' }, 20],
  ['redis', { listName: 'a' }, 5],
  ['redis-cluster', {}, 5],
  ['redis-sentinel', {}, 5],
  ['redis-streams', {}, 5],
  ['redis-streams', { consumerGroup: 'g', streamLength: '9' }, 5],
  ['redis-streams', { streamLength: '9' }, 9],
  ['redis-cluster-streams', { consumerGroup: 'g', lagCount: '7', pendingEntriesCount: '8' }, 7],
  ['redis-sentinel-streams', { consumerGroup: 'g', pendingEntriesCount: '8' }, 8],
  ['selenium-grid', {}, 1],
  ['temporal', {}, 5],
];

describe("KEDA's types of triggers", () => {
  it('are all known, each once', () => {
    expect(triggerKinds.map(({ type }) => type).sort()).toEqual(types.split(' ').sort());
  });

  for (const [type, metadata, target] of defaults) {
    it(`${type} ${JSON.stringify(metadata)} has the target ${target}`, () =>
      expect(targetOf(withTrigger(type, metadata))).toBe(String(target)));
  }

  for (const kind of triggerKinds) {
    const { type, targetKeys } = kind;
    it(`${type} reads its target from its own key, or says that it is missing`, () => {
      const hasDefault = defaults.some(([name]) => name === type);
      const isOpen = hasDefault || kind.isTargetElsewhere;
      expect(problemsOf(withTrigger(type, needed(kind)))).toEqual(isOpen ? [] : ['8:7 missing-target']);
      const group = kind.chosenTargetKeys === undefined ? {} : { consumerGroup: 'g' };
      for (const key of targetKeys) {
        const metadata = { ...needed(kind), ...group, [key]: '7' };
        const isChosen = kind.chosenTargetKeys?.(metadata).includes(key) ?? true;
        if (isChosen) expect(targetOf(withTrigger(type, metadata)), key).toBe('7');
      }
    });

    it(`${type} refuses a target that is no ${kind.isTargetWhole ? 'whole ' : ''}number`, () => {
      const [key] = kind.chosenTargetKeys?.({}) ?? targetKeys;
      if (key === undefined) return;
      for (const text of ['many', '1,000', ...(kind.isTargetWhole ? ['2.5'] : [])]) {
        const [problem] = problemsOf(withTrigger(type, { ...needed(kind), [key]: text }));
        expect(problem, text).toMatch(/ bad-number$/);
      }
    });

    it(`${type} needs no target as a source of a formula, or says that KEDA wants one`, () => {
      const text = withTrigger(type, needed(kind), '  advanced: { scalingModifiers: { formula: a, target: "2" } }');
      const codes = read(text)
        .lint()
        .map(({ code }) => code);
      const isFree = kind.isFreeSource || defaults.some(([name]) => name === type);
      expect(codes.includes('source-without-target')).toBe(!isFree);
      expect(read(text).explain()).toContain('Its metric is the formula a, at most 2 an instance.');
    });
  }
});

describe('a scaler of the user', () => {
  const text = withTrigger('external', { scalerAddress: 'scaler:9090', tenant: 'north' });

  it('is explained without a target, and runs with one that is named', () => {
    expect(read(text).explain().join('\n')).toContain('the scaler itself answers with the target');
    const map = { a: 'queue_depth' };
    expect(
      read(text, map)
        .check(service)
        .map(({ code }) => code),
    ).toEqual(['open-target']);
    expect(() => runPolicy(policyOf(text, map), new FakeHost(), 15)).toThrow(
      'FILE?spec.triggers.0.metadata.targetSize=NUMBER',
    );
    const named = withTrigger('external', { scalerAddress: 'scaler:9090', targetSize: '5' });
    expect(read(named, map).check(service)).toEqual([]);
    expect(targetOf(named)).toBe('5');
  });
});
