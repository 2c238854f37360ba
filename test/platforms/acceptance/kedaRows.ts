import { type AcceptanceRow, rowsOf } from './row.js';

const scaledObject = (spec: object, name = 'web') => ({
  apiVersion: 'keda.sh/v1alpha1',
  kind: 'ScaledObject',
  metadata: { name },
  spec: { scaleTargetRef: { name: 'web' }, triggers: [queue], ...spec },
});
const trigger = (type: string, metadata: object, more: object = {}) => ({ type, metadata, ...more });
const queue = trigger('azure-queue', { queueName: 'jobs' });
const cpu = trigger('cpu', { value: '60' }, { metricType: 'Utilization' });
const cron = (desiredReplicas?: string) =>
  trigger('cron', {
    timezone: 'UTC',
    start: '0 8 * * *',
    end: '0 18 * * *',
    ...(desiredReplicas && { desiredReplicas }),
  });
const of = (...triggers: object[]) => scaledObject({ triggers });
const formula = (modifiers: object, ...triggers: object[]) =>
  scaledObject({ advanced: { scalingModifiers: modifiers }, triggers });
const named = (name: string) => ({ ...queue, name });
const fallback = { failureThreshold: 3, replicas: 2 };

const crd = 'kedacore/keda v2.20 config/crd/bases/keda.sh_scaledobjects.yaml';
const webhook = 'kedacore/keda v2.20 apis/keda/v1alpha1/scaledobject_webhook.go';
const types = 'kedacore/keda v2.20 apis/keda/v1alpha1/scaledobject_types.go';
const builder = 'kedacore/keda v2.20 pkg/scaling/scalers_builder.go';
const scalers = 'kedacore/keda v2.20 pkg/scalers and pkg/scalers/scalersconfig/typed_config.go';

/** KEDA: what its API or webhook refuses, and what no scaler is built from, so that nothing scales. */
export const kedaRows: readonly AcceptanceRow[] = [
  ...rowsOf(crd, 'takes', {
    'one trigger': of(queue),
    'what the server writes into it': {
      ...scaledObject({ advanced: { scalingModifiers: {} } }),
      metadata: { name: 'web', selfLink: '/x', generation: 3, finalizers: ['finalizer.keda.sh'] },
      status: { hpaName: 'keda-hpa-web' },
    },
    'a polling interval of a second': scaledObject({ pollingInterval: 1 }),
    'a cooldown of 0': scaledObject({ cooldownPeriod: 0 }),
    'a fallback': scaledObject({ fallback }),
    'the same count at both ends': scaledObject({ minReplicaCount: 3, maxReplicaCount: 3 }),
  }),
  ...rowsOf(crd, 'refuses', {
    'no trigger': of(),
    'no target': { ...of(queue), spec: { triggers: [queue] } },
    'a polling interval of 0': scaledObject({ pollingInterval: 0 }),
    'a negative cooldown': scaledObject({ cooldownPeriod: -1 }),
    'a minimum above the maximum': scaledObject({ minReplicaCount: 5, maxReplicaCount: 4 }),
    'a minimum above the default maximum': scaledObject({ minReplicaCount: 101 }),
    'a maximum of 0': scaledObject({ maxReplicaCount: 0 }),
    'an unknown field below spec': scaledObject({ minReplicas: 1 }),
    'a behavior of the fallback that is none': scaledObject({ fallback: { ...fallback, behavior: 'last' } }),
    'a metric type of a formula that is none': formula(
      { formula: 'a', target: '2', metricType: 'Utilization' },
      named('a'),
    ),
    'text for a count': scaledObject({ minReplicaCount: '3' }),
    'a number for text in metadata': of(trigger('azure-queue', { queueName: 'jobs', queueLength: 5 })),
    'a trigger without metadata': of({ type: 'activemq' }),
  }),
  ...rowsOf(webhook, 'takes', {
    'cpu alone with a minimum': scaledObject({ minReplicaCount: 1, triggers: [cpu] }),
    'cpu beside another one, and a minimum of 0': of(cpu, queue),
    'a formula': formula({ formula: 'a + b', target: '2' }, named('a'), named('b')),
    'a formula with a share as its target': formula({ formula: 'a', target: '2.5' }, named('a')),
    'a name of 63 characters of the HPA': scaledObject({}, 'a'.repeat(54)),
  }),
  ...rowsOf(webhook, 'refuses', {
    'cpu alone and a minimum of 0': of(cpu),
    'two triggers of one name': of(named('a'), named('a')),
    'a cached cpu': scaledObject({ minReplicaCount: 1, triggers: [{ ...cpu, useCachedMetrics: true }] }),
    'a cached cron': of({ ...cron('3'), useCachedMetrics: true }),
    'a formula with a name that no trigger has': formula({ formula: 'b', target: '2' }, named('a')),
    'a formula without a target': formula({ formula: 'a' }, named('a')),
    'modifiers without a formula': formula({ target: '2' }, named('a')),
    'a formula with a target of 0': formula({ formula: 'a', target: '0' }, named('a')),
    'a formula that is no number': formula({ formula: 'a > 2', target: '2' }, named('a')),
    'a fallback of a formula that is not there': scaledObject({
      fallback: { ...fallback, behavior: 'scalingModifiers' },
    }),
    'a name over 63 characters': scaledObject({}, 'a'.repeat(64)),
  }),
  ...rowsOf(types, 'takes', {
    'idle at 0 below a minimum': scaledObject({ minReplicaCount: 2, idleReplicaCount: 0 }),
    'idle at 1 below a minimum': scaledObject({ minReplicaCount: 2, idleReplicaCount: 1 }),
    'idle at 0 with a minimum of 0 that is written': scaledObject({ minReplicaCount: 0, idleReplicaCount: 0 }),
  }),
  ...rowsOf(types, 'refuses', {
    'idle at 0 without a minimum': scaledObject({ idleReplicaCount: 0 }),
    'idle at the minimum': scaledObject({ minReplicaCount: 2, idleReplicaCount: 2 }),
    'a fallback for cpu alone': scaledObject({ minReplicaCount: 1, triggers: [cpu], fallback }),
  }),
  ...rowsOf(builder, 'refuses', {
    'a type that is none': of(trigger('rabbit', { queueName: 'jobs' })),
    'NATS Streaming, removed in 2.19': of(trigger('stan', { lagThreshold: '5' })),
  }),
  ...rowsOf(scalers, 'takes', {
    'a target by default': of(trigger('kafka', { bootstrapServers: 'k:9092', consumerGroup: 'web', topic: 'jobs' })),
    'metadata that nothing reads': of(trigger('azure-queue', { queueName: 'jobs', queuName: 'x' })),
    'a target with a share': of(trigger('beanstalkd', { server: 's', tube: 't', value: '2.5' })),
    'a cron': of(cron('3')),
    'a source without a target': formula(
      { formula: 'a', target: '2' },
      trigger('kubernetes-workload', { podSelector: 'app=x' }, { name: 'a' }),
    ),
  }),
  ...rowsOf(scalers, 'refuses', {
    'no target where there is no default': of(trigger('beanstalkd', { server: 's', tube: 't' })),
    'a target that is no number': of(trigger('azure-queue', { queueName: 'jobs', queueLength: 'five' })),
    'a share where a whole number is read': of(trigger('azure-queue', { queueName: 'jobs', queueLength: '2.5' })),
    'a percentage of something that has no request': of({ ...queue, metricType: 'Utilization' }),
    'cpu without a metric type': scaledObject({ minReplicaCount: 1, triggers: [trigger('cpu', { value: '60' })] }),
    'cpu with the type in its metadata, removed in 2.18': scaledObject({
      minReplicaCount: 1,
      triggers: [trigger('cpu', { type: 'Utilization', value: '60' })],
    }),
    'a cron to 0': of(cron('0')),
    'a cron without a count': of(cron()),
    'a cron that never begins': of(
      trigger('cron', { timezone: 'UTC', start: '0 25 * * *', end: '0 18 * * *', desiredReplicas: '3' }),
    ),
    'a query without its server': of(trigger('prometheus', { query: 'sum(x)', threshold: '5' })),
    'a source that needs a target all the same': formula(
      { formula: 'a', target: '2' },
      trigger('prometheus', { serverAddress: 'p', query: 'sum(x)' }, { name: 'a' }),
    ),
    'limits of Kafka that exclude each other': of(
      trigger('kafka', {
        bootstrapServers: 'k:9092',
        consumerGroup: 'web',
        topic: 'jobs',
        allowIdleConsumers: 'true',
        limitToPartitionsWithLag: 'true',
      }),
    ),
    'the size of a subscription, removed in 2.20': of(
      trigger('gcp-pubsub', { subscriptionName: 'jobs', subscriptionSize: '5' }),
    ),
  }),
  ...rowsOf('kedacore/keda v2.20 pkg/scalers/external_scaler.go', 'takes', {
    'a scaler that answers with its target': of(trigger('external', { scalerAddress: 's:9090' })),
  }).map((row) => ({ ...row, explainedOnly: 'open-target' })),
  ...rowsOf('kedacore/keda v2.20 apis/keda/v1alpha1/scaledjob_types.go', 'takes', {
    'a ScaledJob': {
      apiVersion: 'keda.sh/v1alpha1',
      kind: 'ScaledJob',
      metadata: { name: 'web' },
      spec: { jobTargetRef: { template: {} }, triggers: [queue] },
    },
  }).map((row) => ({ ...row, explainedOnly: 'scaled-job-not-simulated' })),
];
