import { isRecord, textOf } from '../read/resource.js';
/** Blocks that occur at most once: Terraform prints a list of one, the API has a map. */
const singleBlocks = new Set([
    'target_tracking_configuration',
    'predefined_metric_specification',
    'customized_metric_specification',
    'step_scaling_policy_configuration',
    'target_tracking_scaling_policy_configuration',
    'metric_stat',
    'suspended_state',
]);
/** Names that are not the API's in snake case. */
const renamed = {
    autoscaling_group_name: 'AutoScalingGroupName',
    step_adjustment: 'StepAdjustments',
    metric_dimension: 'Dimensions',
    metric_query: 'Metrics',
    threshold_metric_id: 'ThresholdMetricId',
    ok_actions: 'OKActions',
    role_arn: 'RoleARN',
    evaluate_low_sample_count_percentiles: 'EvaluateLowSampleCountPercentile',
    target_group_arns: 'TargetGroupARNs',
    vpc_zone_identifier: 'VPCZoneIdentifier',
    service_linked_role_arn: 'ServiceLinkedRoleARN',
    protect_from_scale_in: 'NewInstancesProtectedFromScaleIn',
    launch_configuration: 'LaunchConfigurationName',
    load_balancers: 'LoadBalancerNames',
    initial_lifecycle_hook: 'LifecycleHookSpecificationList',
    traffic_source: 'TrafficSources',
    tag: 'Tags',
    tags: 'Tags',
};
const arnFields = {
    policy: 'PolicyARN',
    'application-policy': 'PolicyARN',
    group: 'AutoScalingGroupARN',
    'scalable-target': 'ScalableTargetARN',
    alarm: 'AlarmArn',
};
const nameFields = {
    policy: 'PolicyName',
    'application-policy': 'PolicyName',
    group: 'AutoScalingGroupName',
};
/** What Terraform and its provider keep for themselves: no field of the API and no effect on capacity. */
const providerFields = new Set([
    'id',
    'region',
    'tags_all',
    'timeouts',
    'alarm_arns',
    'name_prefix',
    'force_delete',
    'force_delete_warm_pool',
    'wait_for_capacity_timeout',
    'wait_for_elb_capacity',
    'min_elb_capacity',
    'metrics_granularity',
    'ignore_failed_scaling_activities',
    'predicted_capacity',
    'enabled_metrics',
]);
/** Numbers that the provider prints as 0 when nothing was set, and cannot set to 0. */
const zeroIfUnset = new Set([
    'cooldown',
    'estimated_instance_warmup',
    'min_adjustment_magnitude',
    'scaling_adjustment',
    'default_instance_warmup',
    'max_instance_lifetime',
    'datapoints_to_alarm',
    'period',
]);
/** Turns the attributes of one resource into the fields of the API. O(size). */
export function apiValue(kind, values) {
    const paths = new Map();
    const walk = (value, api, file) => {
        paths.set(api.map(String).join('.'), file);
        if (Array.isArray(value))
            return value.map((item, index) => walk(item, [...api, index], [...file, index]));
        if (!isRecord(value))
            return value;
        return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
            const isTop = api.length === 0;
            if (isUnset(inner) || (isTop && (providerFields.has(key) || (inner === 0 && zeroIfUnset.has(key)))))
                return [];
            const name = nameOf(key, kind, isTop);
            if (kind === 'alarm' && key === 'dimensions' && isRecord(inner)) {
                paths.set([...api, name].join('.'), [...file, key]);
                return [[name, Object.entries(inner).map(([Name, Value]) => ({ Name, Value: textOf(Value) }))]];
            }
            const isSingle = singleBlocks.has(key) && Array.isArray(inner) && inner.length === 1;
            const place = isSingle ? [...file, key, 0] : [...file, key];
            return [[name, walk(isSingle ? inner[0] : inner, [...api, name], place)]];
        }));
    };
    const value = walk(values, [], []);
    return { value: isRecord(value) ? value : {}, paths };
}
function nameOf(key, kind, isTop) {
    if (isTop && key === 'name')
        return nameFields[kind] ?? 'Name';
    if (isTop && key === 'arn')
        return arnFields[kind] ?? 'Arn';
    if (Object.hasOwn(renamed, key))
        return renamed[key];
    return key.replace(/(^|_)([a-z0-9])/g, (_whole, _gap, letter) => letter.toUpperCase());
}
function isUnset(value) {
    if (value === null || value === undefined || value === '')
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return isRecord(value) && Object.keys(value).length === 0;
}
