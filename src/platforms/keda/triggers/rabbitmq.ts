import type { TriggerKind } from './triggerKind.js';

/** Length of a queue, or messages published a second. Source: keda.sh, scalers/rabbitmq-queue. */
export const rabbitmq: TriggerKind = {
  type: 'rabbitmq',
  counts: 'messages of the queue',
  // queueLength is the older spelling of `mode: QueueLength` with `value`.
  targetKeys: ['value', 'queueLength'],
  targetDefault: undefined,
  activationKeys: ['activationValue'],
  neededKeys: ['queueName'],
  placeKeys: ['host', 'protocol', 'queueName', 'vhostName', 'pageSize', 'workloadIdentityResource'],
  effects: {
    mode: 'MessageRate reads messages published a second instead of the queue',
    useRegex: 'several queues are read as one',
    operation: 'several queues are added up, averaged, or the longest taken',
    excludeUnacknowledged:
      'messages that a consumer holds are not counted; here queue_depth counts waiting requests only',
  },
  // What is published is not what is completed, so a rate has to be mapped by hand.
  metricGuess: ({ mode }) => (mode === 'MessageRate' ? undefined : 'queue_depth'),
  metricSuffix: ({ queueName }) => `rabbitmq-${encodeURIComponent(queueName ?? '')}`,
};
