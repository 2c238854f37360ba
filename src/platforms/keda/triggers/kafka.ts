import { queueKind, type TriggerKind } from './triggerKind.js';

/** Messages that a consumer group has not read yet. Source: keda.sh, scalers/apache-kafka. */
export const kafka: TriggerKind = queueKind({
  type: 'kafka',
  counts: 'messages of lag',
  targetKeys: ['lagThreshold'],
  targetDefault: 10,
  activationKeys: ['activationLagThreshold'],
  neededKeys: ['consumerGroup'],
  placeKeys: [
    'bootstrapServers',
    'consumerGroup',
    'topic',
    'version',
    'sasl',
    'saslTokenProvider',
    'offsetResetPolicy',
    'scaleToZeroOnInvalidOffset',
  ],
  effects: {
    allowIdleConsumers: 'false (the default) keeps the count at the number of partitions; partitions are not simulated',
    excludePersistentLag: 'partitions that do not move are left out',
    limitToPartitionsWithLag: 'the count stays at the number of partitions with lag',
    ensureEvenDistributionOfPartitions: 'the count is a divisor of the number of partitions',
    partitionLimitation: 'only some partitions are read',
  },
  metricSuffix: ({ topic, consumerGroup }) =>
    topic === undefined ? `kafka-${consumerGroup}-topics` : `kafka-${topic}`,
});

/** The same queue read by another client library. */
export const apacheKafka: TriggerKind = { ...kafka, type: 'apache-kafka' };
