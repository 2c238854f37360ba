import { fieldAt } from '../fieldAt.js';
const tracking = 'TargetTrackingConfiguration';
const applicationTracking = 'TargetTrackingScalingPolicyConfiguration';
const applicationSteps = 'StepScalingPolicyConfiguration';
/** Scalar fields that the resources of a document may leave out, as dotted paths of the file they stand in. */
export function settableFields(resources) {
    return resources.flatMap((resource) => {
        const own = resource.place([]).path ?? '';
        return fieldsOf(resource).flatMap((field) => {
            const parent = field.slice(0, -1);
            const isFramed = parent.length > 0;
            if (isFramed && fieldAt(resource.value, parent) === undefined)
                return [];
            // The inside of a policy that stands without its frame has no place for the frame's own fields.
            if (!isFramed && resource.kind.endsWith('policy') && frames.some((frame) => isUnframed(resource, frame)))
                return [];
            const { path = '' } = resource.place(field);
            // A form that has no place for an absent field gives that of the resource.
            return path === own ? [] : [path];
        });
    });
}
const frames = [tracking, applicationTracking];
function isUnframed(resource, frame) {
    return frame in resource.value && resource.place([frame]).path === resource.place([]).path;
}
function fieldsOf({ kind, value }) {
    switch (kind) {
        case 'policy':
            return [['Enabled'], ...fieldsOfType(value.PolicyType)];
        case 'application-policy':
            return [
                [applicationTracking, 'ScaleInCooldown'],
                [applicationTracking, 'ScaleOutCooldown'],
                [applicationTracking, 'DisableScaleIn'],
                [applicationSteps, 'Cooldown'],
                [applicationSteps, 'MinAdjustmentMagnitude'],
            ];
        case 'group':
            return [['MinSize'], ['MaxSize'], ['DefaultCooldown'], ['DefaultInstanceWarmup']];
        case 'scalable-target':
            return [['MinCapacity'], ['MaxCapacity']];
        case 'alarm':
            return [['DatapointsToAlarm']];
    }
}
/** A policy's own fields follow its type, which is SimpleScaling when left out. */
function fieldsOfType(type) {
    if (type === 'TargetTrackingScaling')
        return [['EstimatedInstanceWarmup'], [tracking, 'DisableScaleIn']];
    if (type === 'StepScaling')
        return [['EstimatedInstanceWarmup'], ['MinAdjustmentMagnitude']];
    return [['Cooldown']];
}
