import { runOnce } from '../engine/runOnce.js';
/**
 * What the policies of a scenario can see in one run of it, its first replication: a line for every time one is woken.
 *
 * @throws PolicyFault, ProblemError
 */
export function recordObservations({ scenario, scenarioFolder, bindings, environment }, onProgress) {
    const observations = [];
    runOnce({
        scenario,
        scenarioFolder,
        bindings,
        replication: 0,
        detail: false,
        ...(environment === undefined ? {} : { environment }),
        onProgress,
        onObservation: (observation) => observations.push(recorded(observation)),
    });
    return observations;
}
/** The observation as data, nothing left to be read later. */
function recorded(observation) {
    const { time, epochSeconds, service, instances, metrics, metricsFailed, lastAction, resources, context } = observation;
    return {
        time,
        service,
        instances,
        metrics: { ...metrics },
        resources,
        context,
        perInstance: observation.perInstance.map((instance) => ({ ...instance, metrics: { ...instance.metrics } })),
        ...(epochSeconds === undefined ? {} : { epochSeconds }),
        ...(metricsFailed === undefined ? {} : { metricsFailed }),
        ...(lastAction === undefined ? {} : { lastAction }),
    };
}
