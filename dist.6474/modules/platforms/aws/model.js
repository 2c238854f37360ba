import { opensOf } from './read/openProblems.js';
export const comparisons = {
    GreaterThanOrEqualToThreshold: { sign: '>=', isAbove: true, holds: (value, bound) => value >= bound },
    GreaterThanThreshold: { sign: '>', isAbove: true, holds: (value, bound) => value > bound },
    LessThanThreshold: { sign: '<', isAbove: false, holds: (value, bound) => value < bound },
    LessThanOrEqualToThreshold: { sign: '<=', isAbove: false, holds: (value, bound) => value <= bound },
};
/** Alarms of a policy; target tracking makes its own. */
export function alarmsOf(policy) {
    return policy.type === 'step' || policy.type === 'simple' ? policy.calls.alarms : [];
}
/** Every metric that the policies and alarms read, once each by its label. */
export function metricsOf(model) {
    const uses = model.policies.flatMap((policy) => policy.type === 'target-tracking' ? [policy] : alarmsOf(policy).map(({ metric, where }) => ({ metric, where })));
    return uses.filter(({ metric }, index) => uses.findIndex((use) => isSame(use.metric, metric)) === index);
}
/** One label may be read at two resolutions. */
function isSame(one, other) {
    return one.label === other.label && one.periodSeconds === other.periodSeconds;
}
/** The model with nothing open in it; undefined when something is. */
export function closedModel(model) {
    // safe: no value of it is open, so all amounts are numbers.
    return opensOf(model).length === 0 ? model : undefined;
}
/** Values that must be given before the model can run. */
export function openValues(model) {
    return opensOf(model);
}
