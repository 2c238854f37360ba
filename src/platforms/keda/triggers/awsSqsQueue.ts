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
    scaleOnInFlight:
      'messages being worked on count too (true by default); here queue_depth counts waiting requests only',
    scaleOnDelayed: 'messages whose delay has not ended count too',
  },
  metricSuffix: ({ queueURL = '' }) => `aws-sqs-${queueURL.split('/').at(-1)}`,
});
