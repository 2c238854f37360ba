/**
 * KEDA's own decision, taken at every poll: whether the target runs at all.
 *
 * Problem: an HPA cannot start a target that is at 0, nor stop it. Idea: KEDA moves the count between "nothing" (0, or
 * `idleReplicaCount`) and "running" (at least 1 and `minReplicaCount`), and leaves every other count to the HPA:
 *
 *     0 or idle  --a trigger is active-->            max(min, 1)   the HPA takes over
 *     N          --no trigger active for cooldown--> 0 or idle     the HPA is off
 *
 * So the cooldown belongs to the last step only; N -> 1 waits for the HPA's stabilization.
 * A trigger that cannot be read says nothing, and so nothing is stopped on its account.
 *
 * Source: a description of kedacore/keda, pkg/scaling/executor/scale_scaledobjects.go. Deviation: activity is noted even when the
 * cloud then refuses the action, which changes nothing because the count stays where the next poll finds it.
 */
export function requestScale(request, rules) {
    const keep = (rule, reason) => ({
        count: request.currentCount,
        isActive: false,
        rule,
        reason,
    });
    if (rules.isPaused)
        return keep('paused', 'the annotation autoscaling.keda.sh/paused holds the count');
    if (request.isActive || rules.isForcedActive)
        return whenActive(request, rules);
    if (request.hasError && rules.fallbackCount === undefined)
        return keep('error: held', 'a trigger failed and there is no fallback');
    if (request.hasError && rules.fallbackCount !== 0)
        return keep('error: held for the fallback', 'a trigger failed; the HPA will be given the fallback');
    const { currentCount } = request;
    const { idleCount, minCount } = rules;
    const isAboveIdle = idleCount !== undefined && currentCount > idleCount;
    if (isAboveIdle || (currentCount > 0 && minCount === 0))
        return whenIdle(request, rules);
    if (idleCount === undefined && currentCount < minCount) {
        return {
            count: minCount,
            isActive: false,
            rule: 'minimum',
            reason: `${currentCount} is below minReplicaCount ${minCount}`,
        };
    }
    return keep('inactive', 'no trigger is active and nothing is left to stop');
}
/** KEDA's defaults: keda.sh, ScaledObject specification. */
export const scaleDefaults = {
    pollingSeconds: 30,
    cooldownSeconds: 300,
    initialCooldownSeconds: 0,
    minCount: 0,
    maxCount: 100,
};
function whenActive({ currentCount, hasError }, rules) {
    const { idleCount, minCount } = rules;
    const isStopped = currentCount === 0 || (idleCount !== undefined && currentCount < minCount);
    if (isStopped && rules.isScaleOutPaused) {
        return {
            count: currentCount,
            isActive: false,
            rule: 'scale-out paused',
            reason: 'active, but the annotation paused-scale-out holds the count',
            heldBy: 'paused',
        };
    }
    if (isStopped) {
        const count = Math.max(minCount, 1);
        return { count, isActive: true, rule: 'activation', reason: `${currentCount} -> ${count}` };
    }
    // Not noted as activity: the cooldown goes on from the last poll that read everything.
    if (hasError)
        return {
            count: currentCount,
            isActive: false,
            rule: 'active in part',
            reason: 'a trigger is active, another failed',
        };
    return { count: currentCount, isActive: true, rule: 'active', reason: 'running, the HPA decides' };
}
function whenIdle({ nowSeconds, currentCount, lastActiveSeconds, createdSeconds }, rules) {
    const held = { count: currentCount, isActive: false };
    if (rules.isScaleInPaused)
        return { ...held, rule: 'scale-in paused', reason: 'inactive, but the annotation paused-scale-in holds the count' };
    const endSeconds = lastActiveSeconds === undefined
        ? createdSeconds + rules.initialCooldownSeconds
        : lastActiveSeconds + rules.cooldownSeconds;
    // Strict: exactly at the end the target still runs.
    if (!(endSeconds < nowSeconds))
        return { ...held, rule: 'scale-in cooldown', reason: `until ${endSeconds} s` };
    const count = rules.idleCount ?? rules.minCount;
    return { count, isActive: false, rule: 'idle', reason: `inactive since ${lastActiveSeconds ?? createdSeconds} s` };
}
