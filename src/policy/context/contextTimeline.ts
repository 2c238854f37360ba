import { type ContextMap, type ContextValue, frozen, inEnvironment, type PolicyContext } from './context.js';
import { heldResources, isWithin, seenSeconds } from './contextServers.js';
import type { ContextSettings } from './settings.js';

interface Step {
  readonly fromSeconds: number;
  readonly context: PolicyContext;
}

/** What policies see of the context at each instant of a run. */
export class ContextTimeline {
  readonly #steps: readonly Step[];

  constructor(settings: ContextSettings | undefined, environment: string | undefined) {
    let context = settings?.inline ?? {};
    const steps = [{ fromSeconds: 0, context: frozen(inEnvironment(context, environment)) }];
    for (const { fromSeconds, path, value } of settings === undefined ? [] : seenChanges(settings)) {
      context = changed(context, { [path]: value });
      steps.push({ fromSeconds, context: frozen(inEnvironment(context, environment)) });
    }
    this.#steps = steps;
  }

  /** The same object until something changes; nobody can change it. */
  at(seconds: number): PolicyContext {
    const step = this.#steps.findLast(({ fromSeconds }) => fromSeconds <= seconds) ?? this.#steps[0];
    return step.context;
  }
}

/** One value that is another from an instant on. */
interface SeenChange {
  readonly fromSeconds: number;
  readonly path: string;
  readonly value: ContextValue;
}

/** The changes in the order in which policies see them: what a server holds is read by its clock. */
export function seenChanges({ timeline, mcp }: ContextSettings): SeenChange[] {
  const resources = heldResources(mcp);
  const changes = timeline
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, set }) =>
      Object.entries(set).map(([path, value]): SeenChange => {
        const holder = resources.find(({ name }) => isWithin(path, name));
        return { fromSeconds: holder === undefined ? at : seenSeconds(holder.server, at), path, value };
      }),
    );
  return changes.toSorted((a, b) => a.fromSeconds - b.fromSeconds);
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
