/** The name that the HPA sees instead of the triggers'. Source: a description of kedacore/keda, apis/keda/v1alpha1. */
export const compositeMetricName = 'composite-metric';
/** The triggers that KEDA reads itself. */
export function externalTriggers({ triggers }) {
    return triggers.filter((trigger) => trigger.kind === 'external');
}
/** The lower bound of the HPA, which cannot scale to 0. */
export function hpaMinCount({ rules }) {
    return Math.max(rules.minCount, 1);
}
