import { queueKind } from './triggerKind.js';

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
