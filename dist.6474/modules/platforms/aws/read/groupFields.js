/**
 * Fields of an Auto Scaling group that are not read here.
 *
 * Source: CreateAutoScalingGroup (API 2011-01-01) and AWS::AutoScaling::AutoScalingGroup.
 */
/** They would change how many instances there are, or when: each with its effect there. */
export const groupEffects = {
    MixedInstancesPolicy: 'instances of different weights count as several units of capacity; here all count as one',
    CapacityRebalance: 'Spot instances at risk are replaced before they are taken',
    HealthCheckType: 'instances that fail health checks are replaced; here only crashed ones are',
    HealthCheckGracePeriod: 'a new instance is not replaced for failing health checks within this time',
    TerminationPolicies: 'they choose which instance goes; here the newest of the fullest zone does',
    TerminationPolicy: 'it chooses which instance goes; here the newest of the fullest zone does',
    NewInstancesProtectedFromScaleIn: 'protected instances are not removed; here any may be',
    LifecycleHookSpecificationList: 'launches and ends wait for hooks: put their time into the startup and drain of the scenario',
    InstanceMaintenancePolicy: 'replacements may go above or below the desired count for a while',
    MaxInstanceLifetime: 'instances are replaced when they reach this age',
    DesiredCapacity: 'the run starts with the `initial` of the scenario',
    DesiredCapacityType: 'capacity is counted in vCPUs or memory; here in instances',
    WarmPool: 'prepared instances start faster: put their start time into the startup of the scenario',
    WarmPoolConfiguration: 'prepared instances start faster: put their start time into the startup of the scenario',
    SuspendedProcesses: 'suspended processes do not act; here all act',
};
/** They say what an instance is and where it runs, which the scenario does. */
export const groupDescriptions = [
    'AutoScalingGroupARN',
    'AvailabilityZones',
    'AvailabilityZoneDistribution',
    'AvailabilityZoneImpairmentPolicy',
    'AvailabilityZoneIds',
    'CapacityReservationSpecification',
    'Context',
    'CreatedTime',
    'DeletionProtection',
    'EnabledMetrics',
    'Instances',
    'InstanceId',
    'InstanceLifecyclePolicy',
    'LaunchConfigurationName',
    'LaunchTemplate',
    'LoadBalancerNames',
    'MetricsCollection',
    'NotificationConfiguration',
    'NotificationConfigurations',
    'PlacementGroup',
    'PredictedCapacity',
    'ServiceLinkedRoleARN',
    'SkipZonalShiftValidation',
    'Status',
    'Tags',
    'TargetGroupARNs',
    'TrafficSources',
    'VPCZoneIdentifier',
    'WarmPoolSize',
];
/** Values with which a field changes nothing: off, empty, or what every group has that sets nothing. */
export function isGroupDefault(field, value) {
    if (value === false || (Array.isArray(value) && value.length === 0))
        return true;
    if (field === 'HealthCheckType')
        return value === 'EC2';
    if (field === 'HealthCheckGracePeriod')
        return value !== '' && [0, 300].includes(Number(value));
    return field === 'TerminationPolicies' && JSON.stringify(value) === '["Default"]';
}
