/**
 * Cooldowns of Application Auto Scaling (ECS and others), which has no warm-up.
 *
 * Out: what was added within the cooldown still counts as coming, so a following scale-out starts from the capacity before
 * it and goes through only if it wants more. In: nothing more is removed until the cooldown is over; a scale-out ends it.
 * ```
 * 10 --+2--> 12        cooldown   again +2 of 10 -> 12, nothing      +3 of 10 -> 13, one more
 * ```
 * This drawing is the test "counts what the running cooldown has added". Source: Application Auto Scaling API reference,
 * TargetTrackingScalingPolicyConfiguration and StepScalingPolicyConfiguration (2016-02-06), Cooldown. O(additions).
 */
export interface Addition {
  readonly seconds: number;
  readonly count: number;
}

/** The capacity that a scale-out starts from: the desired count without what was added within the cooldown. */
export function capacityBeforeCooldown(
  desired: number,
  additions: readonly Addition[],
  now: { readonly seconds: number; readonly cooldownSeconds: number },
): number {
  const counted = additions.filter(({ seconds }) => now.seconds < seconds + now.cooldownSeconds);
  return Math.max(0, desired - counted.reduce((sum, { count }) => sum + count, 0));
}

/** Kinds of scalable targets whose cooldowns are 300 s when not given; 0 for all others (same source, and recalled for the newest). */
const slowNamespaces: readonly string[] = [
  'ecs',
  'elasticmapreduce',
  'ec2',
  'appstream',
  'rds',
  'neptune',
  'sagemaker',
  'custom-resource',
  'workspaces',
];

/** Seconds of a cooldown that the manifest leaves out. */
export function defaultCooldownSeconds(serviceNamespace: string): number {
  return slowNamespaces.includes(serviceNamespace) ? 300 : 0;
}
