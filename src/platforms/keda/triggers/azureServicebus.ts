import { queueKind } from './triggerKind.js';

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
  metricSuffix: ({ queueName, topicName, subscriptionName }) =>
    `azure-servicebus-${queueName ?? `${topicName}-${subscriptionName}`}`,
});
