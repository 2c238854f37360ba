import {
  epochSecondsOf,
  type InstanceObservation,
  type MetricValues,
  type Observation,
} from '../../policy/observation.js';
import { isCountMetric } from '../../telemetry/metrics.js';
import { luaLiteral } from './luaLiteral.js';

const { text, float, count, table, list } = luaLiteral;

/** An observation as a table constructor of Lua: counts are integers, everything else floats, as policies get it here. */
export function observationLiteral(observation: Observation): string {
  const { time, service, instances, lastAction, perInstance, resources, context, metricsFailed, nodes } = observation;
  return table({
    time: float(time),
    epochSeconds: float(epochSecondsOf(observation)),
    service: text(service),
    instances: instancesLiteral(instances),
    metrics: metricsLiteral(observation.metrics),
    metricsFailed: metricsFailed === undefined ? undefined : String(metricsFailed),
    lastAction:
      lastAction &&
      table({
        time: float(lastAction.time),
        desired: count(lastAction.desired),
        result: text(lastAction.result),
        by: lastAction.by === undefined ? undefined : text(lastAction.by),
      }),
    perInstance: list(perInstance.map(instanceLiteral)),
    resources: table(mapped(resources, float)),
    context: contextLiteral(context),
    nodes: nodes && table(mapped(nodes, count)),
  });
}

/** Whole numbers are integers, as policies get them here. */
function contextLiteral(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return count(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return list(value.map(contextLiteral));
  return table(mapped(Object(value), contextLiteral));
}

/** The counts of a service. */
export function instancesLiteral(instances: Observation['instances']): string {
  return table(mapped(instances, count));
}

function instanceLiteral(instance: InstanceObservation): string {
  const { id, phase, startedAt, readyAt, turnedAt, deletedAt, healthy, metrics: values } = instance;
  return table({
    id: text(id),
    phase: text(phase),
    startedAt: float(startedAt),
    readyAt: readyAt === undefined ? undefined : float(readyAt),
    turnedAt: turnedAt === undefined ? undefined : float(turnedAt),
    deletedAt: deletedAt === undefined ? undefined : float(deletedAt),
    healthy: healthy === undefined ? undefined : String(healthy),
    metrics: metricsLiteral(values),
  });
}

function metricsLiteral(values: MetricValues): string {
  const literals = Object.entries(values).map(([name, value]) => {
    return [name, value === undefined ? undefined : isCountMetric(name) ? count(value) : float(value)] as const;
  });
  return table(Object.fromEntries(literals));
}

function mapped<Value>(
  fields: Readonly<Record<string, Value | undefined>>,
  literal: (value: Value) => string,
): Record<string, string | undefined> {
  const literals = Object.entries(fields).map(
    ([name, value]) => [name, value === undefined ? undefined : literal(value)] as const,
  );
  return Object.fromEntries(literals);
}
