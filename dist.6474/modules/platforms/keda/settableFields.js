import { fieldAt } from '../fieldAt.js';
import { behaviorFields } from '../kubernetesHpa/settableFields.js';
import { externalTargetKey } from './triggers/external.js';
const ofBoth = ['spec.pollingInterval', 'spec.minReplicaCount', 'spec.maxReplicaCount'];
const ofObjects = [
    'spec.cooldownPeriod',
    'spec.initialCooldownPeriod',
    'spec.idleReplicaCount',
    ...behaviorFields.map((field) => `spec.advanced.horizontalPodAutoscalerConfig.behavior.${field}`),
];
/** Scalar fields that a document of KEDA's may leave out. */
export function settableFields(document) {
    const kind = fieldAt(document, ['kind']);
    return [...ofBoth, ...(kind === 'ScaledJob' ? [] : ofObjects), ...externalTargets(document)];
}
/** An external scaler answers with its target, so that a run can only be told it. */
function externalTargets(document) {
    const triggers = fieldAt(document, ['spec', 'triggers']);
    if (!Array.isArray(triggers))
        return [];
    return triggers.flatMap((trigger, index) => /^external(-push)?$/.test(String(fieldAt(trigger, ['type']))) ? [externalTargetPath(index)] : []);
}
export function externalTargetPath(index) {
    return `spec.triggers.${index}.metadata.${externalTargetKey}`;
}
