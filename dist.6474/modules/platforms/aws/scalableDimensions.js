export const instanceUnit = { words: 'instances' };
const replicasOf = (what) => ({ words: 'replicas', thing: `the read replicas of ${what}` });
const inferenceUnits = { words: 'inference units', thing: 'a Comprehend endpoint' };
/**
 * What Application Auto Scaling can scale beside fleets of instances (tasks of ECS, Spot Fleets, SageMaker variants, AppStream, EMR).
 *
 * Source: Application Auto Scaling API reference (2016-02-06), RegisterScalableTarget, ScalableDimension.
 */
const dimensions = {
    'sagemaker:inference-component:DesiredCopyCount': { words: 'copies', thing: 'the copies of an inference component' },
    'sagemaker:variant:DesiredProvisionedConcurrency': {
        words: 'concurrent executions',
        thing: 'the provisioned concurrency of a serverless endpoint',
    },
    'lambda:function:ProvisionedConcurrency': {
        words: 'concurrent executions',
        thing: 'the provisioned concurrency of a Lambda function',
    },
    'rds:cluster:ReadReplicaCount': replicasOf('an Aurora cluster'),
    'neptune:cluster:ReadReplicaCount': replicasOf('a Neptune cluster'),
    'elasticache:replication-group:Replicas': replicasOf('an ElastiCache replication group'),
    'elasticache:replication-group:NodeGroups': {
        words: 'shards',
        thing: 'the shards of an ElastiCache replication group',
    },
    'elasticache:cache-cluster:Nodes': { words: 'nodes', thing: 'the nodes of an ElastiCache cluster' },
    'workspaces:workspacespool:DesiredUserSessions': { words: 'user sessions', thing: 'a pool of WorkSpaces' },
    'kafka:broker-storage:VolumeSize': { words: 'GiB a broker', thing: 'the storage of Kafka brokers' },
    'comprehend:document-classifier-endpoint:DesiredInferenceUnits': inferenceUnits,
    'comprehend:entity-recognizer-endpoint:DesiredInferenceUnits': inferenceUnits,
};
/** The unit of a dimension; instances where it is not known. */
export function unitOf(dimension) {
    if (Object.hasOwn(dimensions, dimension))
        return dimensions[dimension];
    if (dimension.startsWith('custom-resource:'))
        return { words: 'units', thing: 'a custom resource' };
    const [, service, resource, direction] = /^(dynamodb|cassandra):(table|index):(Read|Write)CapacityUnits$/.exec(dimension) ?? [];
    if (service === undefined)
        return instanceUnit;
    const words = `${direction.toLowerCase()} capacity units`;
    return { words, thing: `the ${words} of a ${service === 'cassandra' ? 'Keyspaces' : 'DynamoDB'} ${resource}` };
}
