import { runOnce } from '../engine/runOnce.js';
import type { Observation, RecordedObservation } from '../policy/observation.js';
import type { RecordTask } from './playerTask.js';

/**
 * What the policies of a scenario can see in one run of it, its first replication: a line for every time one is woken.
 *
 * @throws PolicyFault, ProblemError
 */
export function recordObservations(
  { scenario, scenarioFolder, bindings, routers, environment }: RecordTask,
  onProgress: () => void,
): RecordedObservation[] {
  const observations: RecordedObservation[] = [];
  runOnce({
    scenario,
    scenarioFolder,
    bindings,
    routers,
    replication: 0,
    detail: false,
    ...(environment === undefined ? {} : { environment }),
    onProgress,
    onObservation: (observation) => observations.push(recorded(observation)),
  });
  return observations;
}

/** The observation as data, nothing left to be read later. */
function recorded(observation: Observation): RecordedObservation {
  const { time, epochSeconds, service, instances, metrics, metricsFailed, lastAction, resources, context, nodes } =
    observation;
  return {
    time,
    service,
    instances,
    metrics: { ...metrics },
    resources,
    context,
    ...(nodes === undefined ? {} : { nodes }),
    perInstance: observation.perInstance.map((instance) => ({ ...instance, metrics: { ...instance.metrics } })),
    ...(epochSeconds === undefined ? {} : { epochSeconds }),
    ...(metricsFailed === undefined ? {} : { metricsFailed }),
    ...(lastAction === undefined ? {} : { lastAction }),
  };
}
