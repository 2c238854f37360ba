import type { InstanceObservation, MetricValues } from '../../observation.js';
import type { ObservationView, ReadView } from './viewReader.js';

/**
 * Makes the observation that `decide` gets: objects of the realm's own, all fields its own, so that `{ ...observation }`,
 * `JSON.stringify` and a destructured `history` see the same in a run and on a recording. What is expensive is built when read.
 *
 * Runs inside the realm, by its text.
 */
export function showObservation(
  world: typeof globalThis,
  ask: ReadView,
  frozenCopy: (data: object) => object,
): (view: ObservationView, noteRead: ((name: string) => void) | undefined) => object {
  const { Error: Failure, Proxy: RealProxy } = world;
  const historyOf = (view: ObservationView, name: unknown, span: unknown): [number, number][] => {
    if (typeof name !== 'string' || typeof span !== 'string') {
      throw new Failure('history takes a name and a span as texts, such as history("cpu_utilization", "5m")');
    }
    const pairs = ask<readonly (readonly [number, number])[]>(view, 'history', name, span);
    const copy: [number, number][] = [];
    for (let index = 0; index < pairs.length; index++) copy[index] = [pairs[index][0], pairs[index][1]];
    return copy;
  };
  const metricsOf = (view: ObservationView, noteRead: ((name: string) => void) | undefined): object => {
    const copy: Record<string, unknown> = { ...ask<MetricValues>(view, 'metrics') };
    if (noteRead === undefined) return copy;
    return new RealProxy(copy, {
      get: (target, name) => {
        if (typeof name === 'string') noteRead(name);
        return target[name as string]; // safe: a symbol gives what an object gives
      },
    });
  };
  const instancesOf = (view: ObservationView): object[] => {
    const instances = ask<readonly InstanceObservation[]>(view, 'perInstance');
    const copy: object[] = [];
    for (let index = 0; index < instances.length; index++) {
      copy[index] = { ...instances[index], metrics: { ...instances[index].metrics } };
    }
    return copy;
  };
  return (view, noteRead) => {
    const { time, epochSeconds, service, instances, metricsFailed, lastAction, resources, context, nodes } = view.plain;
    let metrics: object | undefined;
    let perInstance: object[] | undefined;
    return {
      time,
      ...(epochSeconds === undefined ? {} : { epochSeconds }),
      service,
      instances: { ...instances },
      get metrics() {
        metrics ??= metricsOf(view, noteRead);
        return metrics;
      },
      ...(metricsFailed === undefined ? {} : { metricsFailed }),
      ...(lastAction === undefined ? {} : { lastAction: { ...lastAction } }),
      get perInstance() {
        perInstance ??= instancesOf(view);
        return perInstance;
      },
      resources: { ...resources },
      context: frozenCopy(context),
      ...(nodes === undefined ? {} : { nodes: { ...nodes } }),
      history: (name: unknown, span: unknown) => historyOf(view, name, span),
    };
  };
}
