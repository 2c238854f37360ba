import { queueKind } from './triggerKind.js';
/** Messages of an SQS queue. Source: keda.sh, scalers/aws-sqs. */
export const awsSqsQueue = queueKind({
    type: 'aws-sqs-queue',
    counts: 'messages of the queue',
    targetKeys: ['queueLength'],
    targetDefault: 5,
    isTargetWhole: true,
    activationKeys: ['activationQueueLength'],
    neededKeys: [],
    placeKeys: ['queueURL'],
    effects: {
        scaleOnInFlight: 'messages being worked on count too (true by default); here queue_depth counts waiting requests only',
        scaleOnDelayed: 'messages whose delay has not ended count too',
    },
    metricSuffix: ({ queueURL = '' }) => `aws-sqs-${queueURL.split('/').at(-1)}`,
});
/** Messages of a Service Bus queue or subscription. Source: keda.sh, scalers/azure-service-bus. */
export const azureServicebus = queueKind({
    type: 'azure-servicebus',
    counts: 'messages of the queue',
    targetKeys: ['messageCount'],
    targetDefault: 5,
    isTargetWhole: true,
    activationKeys: ['activationMessageCount'],
    neededKeys: [],
    placeKeys: ['queueName', 'topicName', 'subscriptionName', 'namespace', 'connection', 'cloud', 'endpointSuffix'],
    effects: {
        useRegex: 'several queues are read as one',
        operation: 'several queues are added up, averaged, or the longest taken',
    },
    metricSuffix: ({ queueName, topicName, subscriptionName }) => `azure-servicebus-${queueName ?? `${topicName}-${subscriptionName}`}`,
});
/** Length of a Redis list. Source: keda.sh, scalers/redis-lists. */
export const redis = queueKind({
    type: 'redis',
    counts: 'entries of the list',
    targetKeys: ['listLength'],
    targetDefault: 5,
    isTargetWhole: true,
    activationKeys: ['activationListLength'],
    neededKeys: ['listName'],
    placeKeys: [
        'sentinelMaster',
        'sentinelUsername',
        'sentinelPassword',
        'address',
        'addresses',
        'host',
        'hosts',
        'port',
        'ports',
        'listName',
        'databaseIndex',
        'enableTLS',
    ],
    effects: {},
    metricSuffix: ({ listName }) => `redis-${listName}`,
});
