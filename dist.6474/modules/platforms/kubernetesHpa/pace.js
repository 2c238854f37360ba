import { emptyMemory, reconcile } from './reconcile.js';
import { INT32_MAX } from './saturate.js';
/** A period and a window are at most 1800 s and 3600 s, so whatever moves at all has moved within these. */
const HORIZON_SECONDS = 6 * 3600;
/**
 * How fast the count can go from one bound to the other, by the controller's own steps.
 *
 * The metrics ask for the utmost at every sync, and all instances are ready at once: rates and windows alone hold it back.
 * The first step is at the sync that first moves it; time runs from the first sync.
 */
export function paceOf(spec, direction) {
    const { minReplicas, maxReplicas, flags } = spec;
    const [from, to] = direction === 'up' ? [minReplicas, maxReplicas] : [maxReplicas, minReplicas];
    const steps = [];
    // At 0 it is this autoscaler that took the target there; else it would stay.
    let memory = { ...emptyMemory, hasScaledToZero: from === 0 };
    let currentReplicas = from;
    for (let nowSeconds = 0; nowSeconds <= HORIZON_SECONDS && currentReplicas !== to; nowSeconds += flags.syncSeconds) {
        const outcome = reconcile({ ...spec, nowSeconds, currentReplicas, readMetrics: () => [utmost[direction]] }, memory);
        memory = outcome.memory;
        if (outcome.replicas === currentReplicas)
            continue;
        currentReplicas = outcome.replicas;
        steps.push({ timeSeconds: nowSeconds, replicas: currentReplicas });
    }
    return steps;
}
const asked = { reading: { usageMilli: 0n }, because: 'ratio', countedPods: 0, guessedPods: 0 };
const utmost = {
    up: { ...asked, replicas: INT32_MAX },
    down: { ...asked, replicas: 0 },
};
