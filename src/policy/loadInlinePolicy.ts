import { definitionPolicy } from './definitionPolicy.js';
import { describeValue } from './describeValue.js';
import type { Observation } from './observation.js';
import { type LoadedPolicy, PolicyFault } from './policy.js';
import type { InlineSpec } from './policySpec.js';

/**
 * A policy that is an object of the program that calls us: its functions belong to that program and run as part of it, so no
 * realm can be put around them.
 */
export function loadInlinePolicy({ fileName, params, definition }: InlineSpec): LoadedPolicy {
  return definitionPolicy({
    fileName,
    name: fileName,
    params,
    fresh: () => definition,
    show: ownFields,
    toFault: (thrown, timeSeconds) => faultOf(thrown, fileName, timeSeconds),
  });
}

/**
 * An observation all of whose fields are its own: `{ ...observation }`, `JSON.stringify` and a destructured `history` see
 * the same in a run and on a recording. What is expensive is still built when it is read.
 */
function ownFields(observation: Observation): Observation {
  const { time, epochSeconds, service, instances, metricsFailed, lastAction, resources, context, nodes } = observation;
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
    ...(nodes === undefined ? {} : { nodes }),
    history: (name, span) => observation.history(name, span),
  };
}

/** Whatever was thrown as a fault; our own errors pass unchanged. */
function faultOf(thrown: unknown, fileName: string, timeSeconds: number): Error {
  if (isErrorNamed(thrown, 'InvariantError')) return thrown;
  const text = textOf(thrown);
  return new PolicyFault(`${fileName}: ${text} (virtual time ${timeSeconds} s)`, { kind: 'runtime', timeSeconds });
}

function isErrorNamed(thrown: unknown, name: string): thrown is Error {
  try {
    return thrown instanceof Error && thrown.name === name;
  } catch {
    // A proxy or a getter of the program's.
    return false;
  }
}

/** Its getters are the program's own code, and may throw. */
function textOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return `thrown value ${describeValue(thrown)}`;
    const message = String(thrown.message).slice(0, 1_000);
    return thrown instanceof PolicyFault || thrown.name === 'Error' ? message : `${thrown.name}: ${message}`;
  } catch {
    return 'thrown value whose own code throws when it is read';
  }
}
