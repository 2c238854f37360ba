import type { TriggerFacts } from './triggerFacts.js';
import type { TriggerMetadata } from './triggerKind.js';

/** How any scaler of Redis finds its server. */
const redisKeys =
  'address addresses username password sentinelUsername sentinelPassword sentinelMaster host hosts port ports unsafeSsl databaseIndex enableTLS';

/** Queues, streams and topics of brokers. Source: a description of kedacore/keda after v2.20, pkg/scalers (keys, defaults, what is needed). */
export const brokerFacts: readonly TriggerFacts[] = [
  {
    type: 'activemq',
    counts: 'messages of the queue',
    target: 'targetQueueSize',
    preset: 10,
    isWhole: true,
    activation: 'activationTargetQueueSize',
    access: 'username password',
    keys: 'managementEndpoint destinationName brokerName corsHeader restAPITemplate',
    isQueue: true,
  },
  {
    type: 'artemis-queue',
    counts: 'messages of the queue',
    target: 'queueLength',
    preset: 10,
    isWhole: true,
    activation: 'activationQueueLength',
    activationPreset: 10,
    access: 'username password',
    keys: 'managementEndpoint queueName brokerName brokerAddress restApiTemplate corsHeader unsafeSsl',
    isQueue: true,
  },
  {
    type: 'azure-eventhub',
    counts: 'events not yet processed',
    target: 'unprocessedEventThreshold',
    preset: 64,
    isWhole: true,
    activation: 'activationUnprocessedEventThreshold',
    keys: 'stalePartitionInfoThreshold consumerGroup storageAccountName blobContainer eventHubNamespace eventHubName checkpointStrategy',
    isQueue: true,
  },
  {
    type: 'azure-queue',
    counts: 'messages of the queue',
    target: 'queueLength',
    preset: 5,
    isWhole: true,
    activation: 'activationQueueLength',
    needs: 'queueName',
    keys: 'connection accountName endpointSuffix queueLengthStrategy',
    isQueue: true,
  },
  {
    type: 'beanstalkd',
    counts: 'jobs of the tube',
    target: 'value',
    activation: 'activationValue',
    needs: 'server tube',
    keys: 'includeDelayed timeout',
    isQueue: true,
  },
  {
    type: 'gcp-cloudtasks',
    counts: 'tasks of the queue',
    target: 'value',
    preset: 100,
    activation: 'activationValue',
    needs: 'queueName projectID',
    keys: 'filterDuration credentials credentialsFromEnvFile',
    isQueue: true,
  },
  {
    type: 'gcp-pubsub',
    counts: 'messages of the subscription',
    target: 'value subscriptionSize',
    preset: 10,
    activation: 'activationValue',
    keys: 'mode aggregation timeHorizon valueIfNull subscriptionName topicName credentials credentialsFromEnvFile',
    isQueue: true,
    isQueueBy: ({ mode = 'SubscriptionSize' }) => /^(SubscriptionSize|NumUndeliveredMessages)$/.test(mode),
    countsBy: ({ mode }) => (mode === undefined || mode === 'SubscriptionSize' ? undefined : `of its ${mode}`),
    removedKeys: { subscriptionSize: '`mode: SubscriptionSize` and `value` (since KEDA 2.20)' },
  },
  {
    type: 'ibmmq',
    counts: 'messages of the queue',
    target: 'queueDepth',
    preset: 20,
    isWhole: true,
    activation: 'activationQueueDepth',
    needs: 'host queueName|queueNames',
    access: 'username password',
    keys: 'operation unsafeSsl',
    isQueue: true,
  },
  {
    type: 'liiklus',
    counts: 'messages of lag',
    target: 'lagThreshold',
    preset: 10,
    isWhole: true,
    activation: 'activationLagThreshold',
    needs: 'address topic group',
    keys: 'groupVersion',
    isQueue: true,
  },
  {
    type: 'nats-jetstream',
    counts: 'pending messages of the consumer',
    target: 'lagThreshold',
    preset: 10,
    isWhole: true,
    activation: 'activationLagThreshold',
    needs: 'stream consumer',
    access: 'natsServerMonitoringEndpoint',
    keys: 'account accountID useHttps',
    isQueue: true,
  },
  {
    type: 'nsq',
    counts: 'messages of the channel',
    target: 'depthThreshold',
    preset: 10,
    isWhole: true,
    activation: 'activationDepthThreshold',
    needs: 'nsqLookupdHTTPAddresses topic channel',
    keys: 'useHttps unsafeSsl',
    isQueue: true,
  },
  {
    type: 'pulsar',
    counts: 'messages of the backlog',
    target: 'msgBacklogThreshold',
    preset: 10,
    isWhole: true,
    activation: 'activationMsgBacklogThreshold',
    needs: 'adminURL topic subscription',
    keys: 'isPartitionedTopic tls',
    isQueue: true,
  },
  ...['redis-cluster', 'redis-sentinel'].map(redisList),
  ...['redis-streams', 'redis-cluster-streams', 'redis-sentinel-streams'].map(redisStream),
  {
    type: 'solace-event-queue',
    counts: 'messages of the queue',
    target: 'messageCountTarget messageSpoolUsageTarget messageReceiveRateTarget',
    isWhole: true,
    isFreeSource: true,
    activation: 'activationMessageCountTarget activationMessageSpoolUsageTarget activationMessageReceiveRateTarget',
    needs: 'solaceSempBaseURL messageVpn queueName',
    access: 'username password',
    isQueue: true,
  },
  {
    type: 'solace-direct-messaging',
    counts: "of the clients' rate",
    target:
      'aggregatedClientTxMsgRateTarget aggregatedClientAverageTxMsgRateTarget aggregatedClientTxByteRateTarget aggregatedClientAverageTxByteRateTarget',
    isWhole: true,
    isFreeSource: true,
    activation:
      'activationAggregatedClientTxMsgRateTarget activationAggregatedClientAverageTxMsgRateTarget activationAggregatedClientTxByteRateTarget activationAggregatedClientAverageTxByteRateTarget',
    needs: 'solaceSempBaseURL messageVpn clientNamePattern',
    access: 'username password',
    keys: 'unsafeSSL queuedMessagesFactor',
  },
  {
    type: 'temporal',
    counts: 'tasks of the queue',
    target: 'targetQueueSize',
    preset: 5,
    isWhole: true,
    activation: 'activationTargetQueueSize',
    needs: 'endpoint taskQueue',
    keys: 'namespace queueTypes buildId workerDeploymentName workerDeploymentBuildId selectAllActive selectUnversioned includeRunningWorkflowCount workflowTaskQueueForCount minConnectTimeout enableTLS unsafeSsl tlsServerName',
    isQueue: true,
  },
];

function redisList(type: string): TriggerFacts {
  return {
    type,
    counts: 'entries of the list',
    target: 'listLength',
    preset: 5,
    isWhole: true,
    activation: 'activationListLength',
    needs: 'listName',
    keys: redisKeys,
    isQueue: true,
  };
}

function redisStream(type: string): TriggerFacts {
  return {
    type,
    counts: 'entries of the stream',
    isWhole: true,
    activation: 'activationLagCount',
    needs: 'stream',
    keys: `consumerGroup ${redisKeys}`,
    isQueue: true,
    target: 'lagCount pendingEntriesCount streamLength',
    preset: 5,
    chosenTargetKeys: streamTargetKeys,
  };
}

/** Without a consumer group the length counts, with one its pending entries, or its lag where a target for that is given. */
function streamTargetKeys({ consumerGroup, lagCount }: TriggerMetadata): readonly string[] {
  if (consumerGroup === undefined) return ['streamLength'];
  return lagCount === undefined || Number(lagCount) === 0 ? ['pendingEntriesCount'] : ['lagCount'];
}
