import { readRefusal } from '../apiSession.js';
import { awsFailure, awsReply } from './awsReply.js';
import { instanceOf, numberOf, routeOf, serviceNamed, titleOf, unknownGroup } from './shared.js';
/** The Query API of Amazon EC2 Auto Scaling. Source: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/ */
export const awsAsg = {
    name: 'aws-asg',
    summary: 'EC2 Auto Scaling, Query API: SetDesiredCapacity, UpdateAutoScalingGroup (DesiredCapacity), DescribeAutoScalingGroups, TerminateInstanceInAutoScalingGroup',
    hosts: /^autoscaling\.([\w-]+\.)?amazonaws\.com(\.cn)?$/,
    routes: ['POST', 'GET'].flatMap((method) => ['https://autoscaling.{region}.amazonaws.com/', 'https://autoscaling.amazonaws.com/'].map((url) => routeOf(`${method} ${url}`, answer))),
};
const handlers = {
    SetDesiredCapacity: setDesired,
    UpdateAutoScalingGroup: setDesired,
    DescribeAutoScalingGroups: describeGroups,
    TerminateInstanceInAutoScalingGroup: terminate,
};
function answer(request, session) {
    const fields = new Map([...request.query, ...request.form]);
    const action = fields.get('Action') ?? '';
    if (Object.hasOwn(handlers, action))
        return handlers[action](fields, session, request);
    const reply = awsFailure(request, 400, 'InvalidAction', `Could not find operation ${action} for version 2011-01-01`);
    return {
        ...reply,
        finding: `aws-asg: ${action || 'no Action'} is not simulated; known: ${Object.keys(handlers).join(', ')}`,
    };
}
function setDesired(fields, session, request) {
    const action = fields.get('Action') ?? '';
    const group = fields.get('AutoScalingGroupName') ?? '';
    const service = serviceNamed(session, group);
    if (service === undefined)
        return unknown(request, session, group);
    const value = Number(fields.get('DesiredCapacity') ?? Number.NaN);
    if (!(value >= 0))
        return awsFailure(request, 400, 'ValidationError', 'DesiredCapacity is missing or not a number');
    const { min, max } = session.backend.counts(service);
    const change = session.change(service, { desired: value, reason: titleOf('aws-asg', action), isStrict: true });
    if (change.refusal !== undefined && isTurnedDown(change.refusal))
        return refused(request, change.refusal);
    if (change.outcome.result === 'clamped') {
        const text = value > max ? `above max value ${max}` : `below min value ${min}`;
        return awsFailure(request, 400, 'ValidationError', `New SetDesiredCapacity value ${value} is ${text} for the AutoScalingGroup.`);
    }
    const reply = awsReply(request, action, undefined);
    const findings = [
        ...(change.refusal === undefined
            ? []
            : [`${action} was granted in part, as ${change.refusal.why}; the real group goes on trying`]),
        ...(fields.get('HonorCooldown') === 'true'
            ? ['HonorCooldown=true has no effect: the group has no cooldown here']
            : []),
        ...(['MinSize', 'MaxSize'].some((name) => fields.has(name))
            ? ['MinSize and MaxSize stay as scaling of the scenario says']
            : []),
    ];
    return findings.length === 0 ? reply : { ...reply, finding: `aws-asg: ${findings.join('; ')}` };
}
const states = { starting: 'Pending', ready: 'InService', draining: 'Terminating' };
function describeGroups(fields, session, request) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(request, refusal);
    const asked = [...fields]
        .filter(([name]) => /^AutoScalingGroupNames\.member\.\d+$/.test(name))
        .map(([, group]) => group);
    const named = asked.map((group) => ({ group, service: serviceNamed(session, group) }));
    const lost = named.find(({ service }) => service === undefined);
    const shown = asked.length > 0 ? named : session.backend.serviceNames.map((group) => ({ group, service: group }));
    const groups = shown.flatMap(({ group, service }) => service === undefined ? [] : [groupOf(session, group, service)]);
    const reply = awsReply(request, 'DescribeAutoScalingGroups', { AutoScalingGroups: groups });
    return lost === undefined ? reply : { ...reply, finding: unknownGroup(session, 'aws-asg', lost.group) };
}
function groupOf(session, group, service) {
    const { min, max, desired } = session.backend.counts(service);
    return {
        AutoScalingGroupName: group,
        MinSize: min,
        MaxSize: max,
        DesiredCapacity: desired,
        DefaultCooldown: 0,
        HealthCheckType: 'EC2',
        CreatedTime: session.timeText(0),
        Instances: session.backend.instances(service, 0).map(({ launchNumber, state, zone }) => ({
            InstanceId: writeId(session, service, launchNumber),
            AvailabilityZone: `zone-${zone + 1}`,
            LifecycleState: states[state],
            HealthStatus: 'Healthy',
            ProtectedFromScaleIn: false,
        })),
    };
}
function terminate(fields, session, request) {
    const id = fields.get('InstanceId') ?? '';
    const decrements = fields.get('ShouldDecrementDesiredCapacity');
    if (decrements !== 'true' && decrements !== 'false') {
        return awsFailure(request, 400, 'ValidationError', 'ShouldDecrementDesiredCapacity must be true or false');
    }
    const digits = /^i-([0-9a-f]{17})$/.exec(id)?.[1];
    const found = digits === undefined ? undefined : instanceOf(session, Number.parseInt(digits, 16));
    if (found === undefined || !session.findRemovable(found.service, found.launchNumber)) {
        return awsFailure(request, 400, 'ValidationError', `Instance Id not found - No managed instance found for instance ID: ${id}`);
    }
    const { service, launchNumber } = found;
    const { desired: before, min } = session.backend.counts(service);
    const desired = decrements === 'true' ? before - 1 : before;
    const reason = titleOf('aws-asg', 'TerminateInstanceInAutoScalingGroup');
    const change = session.change(service, { desired, reason, instance: launchNumber });
    if (change.refusal !== undefined)
        return refused(request, change.refusal);
    if (change.outcome.result === 'clamped') {
        const text = `Currently, desiredSize equals minSize (${min}). Terminating instance without replacement will violate group's min size constraint.`;
        return awsFailure(request, 400, 'ValidationError', text);
    }
    return awsReply(request, 'TerminateInstanceInAutoScalingGroup', {
        Activity: {
            ActivityId: change.operation,
            AutoScalingGroupName: service,
            Description: `Terminating EC2 instance: ${id}`,
            Cause: `At ${session.nowText} instance ${id} was taken out of service in response to a user request.`,
            StartTime: session.nowText,
            StatusCode: 'InProgress',
            Progress: 0,
        },
    });
}
function writeId(session, service, launchNumber) {
    return `i-${numberOf(session, service, launchNumber).toString(16).padStart(17, '0')}`;
}
/** Quota and capacity show at the launches, not at the request. */
function isTurnedDown(refusal) {
    return refusal.by === 'rateLimit' || refusal.by === 'outage';
}
function refused(request, { by, why }) {
    return by === 'rateLimit'
        ? awsFailure(request, 400, 'Throttling', 'Rate exceeded')
        : awsFailure(request, 503, 'ServiceUnavailable', why);
}
function unknown(request, session, group) {
    const reply = awsFailure(request, 400, 'ValidationError', `AutoScalingGroup name not found - ${group}`);
    return { ...reply, finding: unknownGroup(session, 'aws-asg', group) };
}
