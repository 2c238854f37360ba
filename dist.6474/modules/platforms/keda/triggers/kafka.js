import { isTrue, queueKind } from './triggerKind.js';
/**
 * Messages that a consumer group has not read yet.
 *
 * A partition has one consumer of a group, so KEDA counts at most partitions x lagThreshold unless idle consumers are allowed.
 *
 * Source: a description of kedacore/keda after v2.20, pkg/scalers/kafka_scaler.go (Validate, getTotalLag).
 */
export const kafka = queueKind({
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
        'fullMetadata',
        'awsRegion',
        'sasl',
        'saslTokenProvider',
        'offsetResetPolicy',
        'scaleToZeroOnInvalidOffset',
    ],
    effects: {
        allowIdleConsumers: 'the count may exceed the number of partitions; here it may in any case',
        excludePersistentLag: 'partitions that do not move are left out',
        limitToPartitionsWithLag: 'the count stays at the number of partitions with lag',
        ensureEvenDistributionOfPartitions: 'the count is a divisor of the number of partitions',
        partitionLimitation: 'only some partitions are read',
    },
    isTargetWhole: true,
    countCap: capOf,
    refusals,
    metricSuffix: ({ topic, consumerGroup }) => topic === undefined ? `kafka-${consumerGroup}-topics` : `kafka-${topic}`,
});
/** The same queue read by another client library. */
export const apacheKafka = { ...kafka, type: 'apache-kafka' };
function capOf({ topic, allowIdleConsumers, limitToPartitionsWithLag }) {
    const whose = topic === undefined ? '' : ` of ${topic}`;
    if (isTrue(limitToPartitionsWithLag))
        return `the number of partitions${whose} that have lag`;
    return isTrue(allowIdleConsumers)
        ? undefined
        : `the number of partitions${whose} unless allowIdleConsumers is "true"`;
}
function refusals(metadata) {
    const { topic, topicFromEnv, allowIdleConsumers, limitToPartitionsWithLag, ensureEvenDistributionOfPartitions } = metadata;
    const hasTopic = (topic ?? topicFromEnv) !== undefined;
    const isLimited = isTrue(limitToPartitionsWithLag);
    const refused = [];
    const fix = 'keep one of the two.';
    if (isLimited && isTrue(allowIdleConsumers)) {
        const what = '`limitToPartitionsWithLag` and `allowIdleConsumers` exclude each other';
        refused.push({ key: 'limitToPartitionsWithLag', what, fix });
    }
    if (isLimited && isTrue(ensureEvenDistributionOfPartitions)) {
        const what = '`limitToPartitionsWithLag` and `ensureEvenDistributionOfPartitions` exclude each other';
        refused.push({ key: 'limitToPartitionsWithLag', what, fix });
    }
    for (const [key, text] of Object.entries({ limitToPartitionsWithLag, ensureEvenDistributionOfPartitions })) {
        if (!hasTopic && isTrue(text))
            refused.push({ key, what: `\`${key}\` needs a topic`, fix: 'add `topic`.' });
    }
    return refused;
}
