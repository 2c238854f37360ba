import { type ContextMap, type ContextValue, frozen, inEnvironment, type PolicyContext } from './context.js';
import type { ContextSettings } from './settings.js';

interface Step {
  readonly fromSeconds: number;
  readonly context: PolicyContext;
}

/** What the context of a run is at each of its instants. */
export class ContextTimeline {
  readonly #steps: readonly Step[];

  constructor(settings: ContextSettings | undefined, environment: string | undefined) {
    let context = settings?.inline ?? {};
    const steps = [{ fromSeconds: 0, context: frozen(inEnvironment(context, environment)) }];
    for (const { at, set } of (settings?.timeline ?? []).toSorted((a, b) => a.at - b.at)) {
      context = changed(context, set);
      steps.push({ fromSeconds: at, context: frozen(inEnvironment(context, environment)) });
    }
    this.#steps = steps;
  }

  /** The same object until something changes; nobody can change it. */
  at(seconds: number): PolicyContext {
    const step = this.#steps.findLast(({ fromSeconds }) => fromSeconds <= seconds) ?? this.#steps[0];
    return step.context;
  }
}

/** A context in which each path has its value; maps on the way are made where there are none. */
export function changed(context: PolicyContext, set: ContextMap): PolicyContext {
  return Object.entries(set).reduce<PolicyContext>(
    // safe: the scenario's rules have checked what comes out
    (value, [path, wanted]) => withValue(value as ContextMap, path.split('.'), wanted) as PolicyContext,
    context,
  );
}

function withValue(map: ContextMap, [key, ...rest]: readonly string[], wanted: ContextValue): ContextMap {
  if (rest.length === 0) return { ...map, [key]: wanted };
  const inner = Object.hasOwn(map, key) ? map[key] : undefined;
  return { ...map, [key]: withValue(isMap(inner) ? inner : {}, rest, wanted) };
}

function isMap(value: ContextValue | undefined): value is ContextMap {
  return typeof value === 'object' && !Array.isArray(value);
}
