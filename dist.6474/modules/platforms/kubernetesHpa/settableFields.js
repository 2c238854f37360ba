import { currentFromField } from './currentFrom.js';
import { versionField } from './kubernetesVersion.js';
const ofParameters = [versionField, currentFromField];
/** Scalar fields below `behavior` that may be left out. */
export const behaviorFields = ['scaleUp', 'scaleDown'].flatMap((direction) => [
    `${direction}.stabilizationWindowSeconds`,
    `${direction}.selectPolicy`,
    `${direction}.tolerance`,
]);
/** Scalar fields that an autoscaler of this version may leave out, and what parameters alone say; `autoscaling/v1` has no behavior. */
export function settableFields(version) {
    if (version === 'autoscaling/v1') {
        return ['spec.minReplicas', 'spec.targetCPUUtilizationPercentage', ...ofParameters];
    }
    const behavior = version === 'autoscaling/v2beta1' ? [] : behaviorFields.map((field) => `spec.behavior.${field}`);
    return ['spec.minReplicas', ...behavior, ...ofParameters];
}
