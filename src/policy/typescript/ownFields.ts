import type { Observation } from '../observation.js';

/**
 * An observation all of whose fields are its own: `{ ...observation }`, `JSON.stringify` and a destructured `history` see
 * the same in a run and on a recording. What is expensive is still built when it is read.
 */
export function ownFields(observation: Observation): Observation {
  const { time, epochSeconds, service, instances, metricsFailed, lastAction, resources, context } = observation;
  return {
    time,
    ...(epochSeconds === undefined ? {} : { epochSeconds }),
    service,
    instances,
    get metrics() {
      return observation.metrics;
    },
    ...(metricsFailed === undefined ? {} : { metricsFailed }),
    ...(lastAction === undefined ? {} : { lastAction }),
    get perInstance() {
      return observation.perInstance;
    },
    resources,
    context,
    history: (name, span) => observation.history(name, span),
  };
}
