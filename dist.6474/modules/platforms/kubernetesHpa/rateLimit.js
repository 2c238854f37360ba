import { saturateInt32 } from './saturate.js';
import { changeInPeriod } from './scaleEvents.js';
/**
 * The count that the policies of one direction allow.
 *
 * Each policy looks back over its period: the count then was the present one without what was added and with what was
 * removed since, and from there it allows its step. Changes of both directions count in both.
 *
 *     up,   Pods v      start + v             down, Pods v      start - v
 *     up,   Percent v   start x (1 + v/100)   down, Percent v   start x (1 - v/100)
 *           rounded up, or 1 pod                    cut toward zero, so that a
 *           could never become 2                    remainder of a pod is removed too
 *
 * `Max` takes the policy that allows the largest change, `Min` the smallest. The limit may lie on the wrong side of the
 * present count after a large change; the caller then stays.
 * Source: a description of kubernetes/kubernetes pkg/controller/podautoscaler/horizontal.go (calculateScaleUpLimitWithScalingRules,
 * calculateScaleDownLimitWithBehaviors). Go's int32 would overflow where the value here is cut.
 */
export function rateLimit(direction, rules, scene) {
    const { currentReplicas } = scene;
    if (rules.selectPolicy === 'Disabled')
        return { limit: currentReplicas, policy: undefined };
    const largest = rules.selectPolicy === 'Max';
    const wantsHigher = (direction === 'up') === largest;
    let best;
    for (const policy of rules.policies) {
        const limit = allowedBy(policy, direction, scene);
        if (best === undefined || (wantsHigher ? limit > best.limit : limit < best.limit))
            best = { limit, policy };
    }
    return best ?? { limit: currentReplicas, policy: undefined };
}
function allowedBy({ type, value, periodSeconds }, direction, scene) {
    const { nowSeconds, currentReplicas, upEvents, downEvents } = scene;
    const added = changeInPeriod(upEvents, { nowSeconds, periodSeconds });
    const removed = changeInPeriod(downEvents, { nowSeconds, periodSeconds });
    const startCount = currentReplicas - added + removed;
    if (direction === 'up') {
        return saturateInt32(type === 'Pods' ? startCount + value : Math.ceil(startCount * (1 + value / 100)));
    }
    return saturateInt32(type === 'Pods' ? startCount - value : Math.trunc(startCount * (1 - value / 100)));
}
