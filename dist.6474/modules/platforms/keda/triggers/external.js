/** The key by which a run is told the target of an external scaler; the name that the scaler's answer has for it. */
export const externalTargetKey = 'targetSize';
/**
 * A scaler of the user's own, asked over gRPC: its answer holds the value, whether it is active, and the target.
 *
 * Source: a description of kedacore/keda after v2.20, pkg/scalers/external_scaler.go; keda.sh, scalers/external.
 */
const external = {
    type: 'external',
    counts: "of the scaler's value",
    targetKeys: [externalTargetKey],
    targetDefault: undefined,
    isTargetElsewhere: true,
    isFreeSource: true,
    activationKeys: [],
    neededKeys: ['scalerAddress'],
    placeKeys: ['scalerAddress'],
    takesAnyKey: true,
    effects: {},
    metricGuess: () => undefined,
    metricSuffix: () => 'external',
};
export const externalKinds = [
    external,
    { ...external, type: 'external-push', metricSuffix: () => 'external-push' },
];
