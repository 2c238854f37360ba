/** The capacity that a scale-out starts from: the desired count without what was added within the cooldown. */
export function capacityBeforeCooldown(desired, additions, now) {
    const counted = additions.filter(({ seconds }) => now.seconds < seconds + now.cooldownSeconds);
    return Math.max(0, desired - counted.reduce((sum, { count }) => sum + count, 0));
}
/** Kinds of scalable targets whose cooldowns are 300 s when not given. */
const slowNamespaces = [
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
/**
 * Seconds of a cooldown that the manifest leaves out; 0 for every kind of target that is not named.
 *
 * Source: Application Auto Scaling User Guide, "How target tracking works", default values of cooldowns (2025); EMR clusters
 * are in the API reference's list alone.
 */
export function defaultCooldownSeconds(serviceNamespace) {
    if (serviceNamespace === 'elasticache')
        return 600;
    return slowNamespaces.includes(serviceNamespace) ? 300 : 0;
}
