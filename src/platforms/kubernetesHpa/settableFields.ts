/** Scalar fields below `behavior` that may be left out. */
export const behaviorFields: readonly string[] = ['scaleUp', 'scaleDown'].flatMap((direction) => [
  `${direction}.stabilizationWindowSeconds`,
  `${direction}.selectPolicy`,
  `${direction}.tolerance`,
]);

/** Scalar fields that an autoscaler of this version may leave out; `autoscaling/v1` has no behavior. */
export function settableFields(version: unknown): readonly string[] {
  if (version === 'autoscaling/v1') return ['spec.minReplicas', 'spec.targetCPUUtilizationPercentage'];
  return ['spec.minReplicas', ...behaviorFields.map((field) => `spec.behavior.${field}`)];
}
