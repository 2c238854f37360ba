/** Source: a description of kubernetes/kubernetes pkg/apis/autoscaling/v2/defaults.go. */
const defaults = {
    up: {
        stabilizationSeconds: 0,
        selectPolicy: 'Max',
        policies: [
            { type: 'Pods', value: 4, periodSeconds: 15 },
            { type: 'Percent', value: 100, periodSeconds: 15 },
        ],
    },
    down: {
        stabilizationSeconds: undefined,
        selectPolicy: 'Max',
        policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }],
    },
};
/** Given rules with the API's defaults in the fields left out. `policies` replaces the default list as a whole. */
export function completeRules(direction, given = {}) {
    const { stabilizationSeconds, selectPolicy, policies } = defaults[direction];
    return {
        stabilizationSeconds: given.stabilizationSeconds ?? stabilizationSeconds,
        selectPolicy: given.selectPolicy ?? selectPolicy,
        policies: given.policies ?? policies,
    };
}
