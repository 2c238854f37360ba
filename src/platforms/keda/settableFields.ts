import { behaviorFields } from '../kubernetesHpa/settableFields.js';

const ofBoth = ['spec.pollingInterval', 'spec.minReplicaCount', 'spec.maxReplicaCount'];
const ofObjects = [
  'spec.cooldownPeriod',
  'spec.initialCooldownPeriod',
  'spec.idleReplicaCount',
  ...behaviorFields.map((field) => `spec.advanced.horizontalPodAutoscalerConfig.behavior.${field}`),
];

/** Scalar fields that a document of KEDA's may leave out. */
export function settableFields(kind: unknown): readonly string[] {
  return kind === 'ScaledJob' ? ofBoth : [...ofBoth, ...ofObjects];
}
