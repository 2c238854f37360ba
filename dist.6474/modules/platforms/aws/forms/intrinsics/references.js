import { OpenValue } from '../../openValue.js';
import { isRecord } from '../../read/resource.js';
import { NO_VALUE, parameterOf } from './template.js';
/** What a name stands for: a parameter's value, a pseudo parameter, or a resource. */
export function named(name, call) {
    if (name === NO_VALUE)
        return undefined;
    const { template } = call;
    const parameter = parameterOf(template, name);
    if (parameter !== undefined)
        return parameter.value;
    if (Object.hasOwn(template.resources, name))
        return ofResource(name, 'Ref', call);
    if (!name.startsWith('AWS::'))
        call.stranger(name);
    return new OpenValue(`\${${name}}`, [name]);
}
/** An attribute of a resource, as `Name.Attribute`. */
export function attribute(id, name, call) {
    if (Object.hasOwn(call.template.resources, id))
        return ofResource(id, name, call);
    call.stranger(id);
    return new OpenValue(`\${${id}.${name}}`, []);
}
/**
 * Attributes that are a property of the same resource, where it has that property: its own name.
 *
 * Source: CloudFormation Template Reference, "Return values" of each type.
 */
const ownNames = {
    'AWS::ECS::Service': { Name: 'ServiceName' },
    'AWS::ECS::Cluster': { Ref: 'ClusterName' },
    'AWS::AutoScaling::AutoScalingGroup': { Ref: 'AutoScalingGroupName' },
    'AWS::DynamoDB::Table': { Ref: 'TableName' },
    'AWS::DynamoDB::GlobalTable': { Ref: 'TableName' },
    'AWS::Lambda::Function': { Ref: 'FunctionName' },
    'AWS::Serverless::Function': { Ref: 'FunctionName' },
    'AWS::RDS::DBCluster': { Ref: 'DBClusterIdentifier' },
    'AWS::SageMaker::Endpoint': { EndpointName: 'EndpointName' },
    'AWS::ElastiCache::ReplicationGroup': { Ref: 'ReplicationGroupId' },
    'AWS::SQS::Queue': { QueueName: 'QueueName' },
};
function ofResource(id, attributeName, { template, evaluate }) {
    const resource = template.resources[id];
    const type = isRecord(resource) && typeof resource.Type === 'string' ? resource.Type : '';
    const properties = isRecord(resource) && isRecord(resource.Properties) ? resource.Properties : {};
    const property = Object.hasOwn(ownNames, type) ? ownNames[type][attributeName] : undefined;
    const own = property === undefined ? undefined : properties[property];
    const name = own === undefined ? undefined : evaluate(own);
    if (typeof name === 'string' || name instanceof OpenValue)
        return name;
    // Outputs of a nested stack are values, each its own; all else stands for the resource.
    if (attributeName.startsWith('Outputs.'))
        return new OpenValue(`\${${id}.${attributeName}}`, []);
    return new OpenValue(id, [], { resource: id });
}
export const references = {
    Ref: (call) => {
        if (typeof call.argument === 'string')
            return named(call.argument, call);
        return call.refuse('Ref takes one name', 'write the logical name of a parameter or resource.');
    },
    'Fn::GetAtt': (call) => {
        const parts = typeof call.argument === 'string' ? call.argument.split(/\.(.*)/s).slice(0, 2) : call.argument;
        const [id, name] = Array.isArray(parts) ? [parts[0], call.evaluate(parts[1], 1)] : [];
        if (typeof id === 'string' && typeof name === 'string')
            return attribute(id, name, call);
        return call.refuse('Fn::GetAtt takes a resource and its attribute', 'write `Fn::GetAtt: [Resource, Attribute]`.');
    },
};
