import { formatDuration } from '../../base/duration.js';
import { PolicyFault } from '../policy.js';
import { type ContextMap, type ContextValue, frozen, inEnvironment, type PolicyContext } from './context.js';
import { failedRead, heldResources, isWithin, nextRead } from './contextServers.js';
import type { ContextServer, ContextSettings } from './settings.js';

interface Step {
  readonly fromSeconds: number;
  readonly context: PolicyContext;
}

/** What policies see of the context at each instant of a run. */
export class ContextTimeline {
  readonly #steps: readonly Step[];
  readonly #failure: ContextFailure | undefined;

  constructor(settings: ContextSettings | undefined, environment: string | undefined) {
    let context = settings?.inline ?? {};
    const steps = [{ fromSeconds: 0, context: frozen(inEnvironment(context, environment)) }];
    for (const { fromSeconds, path, value } of settings === undefined ? [] : seenChanges(settings)) {
      context = value === undefined ? without(context, path) : changed(context, { [path]: value });
      steps.push({ fromSeconds, context: frozen(inEnvironment(context, environment)) });
    }
    this.#steps = steps;
    this.#failure = firstFailure(settings?.mcp ?? []);
  }

  /** The same object until something changes; nobody can change it. @throws PolicyFault from the read on that may not fail and does */
  at(seconds: number): PolicyContext {
    if (this.#failure !== undefined && seconds >= this.#failure.fromSeconds) {
      const { index, readSeconds } = this.#failure;
      const text = `context.mcp.${index} cannot be read at ${formatDuration(readSeconds)}, and its onError is fail`;
      throw new PolicyFault(text, { kind: 'runtime', timeSeconds: seconds });
    }
    const step = this.#steps.findLast(({ fromSeconds }) => fromSeconds <= seconds) ?? this.#steps[0];
    return step.context;
  }
}

interface ContextFailure {
  readonly fromSeconds: number;
  readonly readSeconds: number;
  /** Of the server. */
  readonly index: number;
}

function firstFailure(servers: readonly ContextServer[]): ContextFailure | undefined {
  const all = servers.flatMap((server, index) =>
    server.onError === 'fail'
      ? server.outages.flatMap((outage): ContextFailure[] => {
          const readSeconds = failedRead(server, outage);
          return readSeconds === undefined ? [] : [{ index, readSeconds, fromSeconds: readSeconds + server.latency }];
        })
      : [],
  );
  return all.toSorted((a, b) => a.fromSeconds - b.fromSeconds)[0];
}

/** One value that is another from an instant on. */
interface SeenChange {
  readonly fromSeconds: number;
  readonly path: string;
  /** Undefined where it is gone. */
  readonly value: ContextValue | undefined;
}

/** The changes in the order in which policies see them: what a server holds is read by its clock. */
export function seenChanges(settings: ContextSettings): SeenChange[] {
  const changes = settings.timeline
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, set }) =>
      Object.entries(set).map(([path, value]) => ({ fromSeconds: seenSeconds(settings, path, at), path, value })),
    );
  return [...dropped(settings), ...changes].toSorted((a, b) => a.fromSeconds - b.fromSeconds);
}

/** When policies see a change: where a server holds the path, a latency after its next read. */
export function seenSeconds({ mcp }: Pick<ContextSettings, 'mcp'>, path: string, atSeconds: number): number {
  const holder = heldResources(mcp).find(({ name }) => isWithin(path, name))?.server;
  return holder === undefined ? atSeconds : nextRead(holder, atSeconds) + holder.latency;
}

/** What is gone while a server cannot be read, and then is there again as it is by now. */
function dropped(settings: ContextSettings): SeenChange[] {
  return heldResources(settings.mcp)
    .filter(({ server }) => server.onError === 'drop')
    .flatMap(({ server, name }) =>
      server.outages.flatMap((outage): SeenChange[] => {
        const failed = failedRead(server, outage);
        if (failed === undefined) return [];
        const back = nextRead(server, failed);
        return [
          { fromSeconds: failed + server.latency, path: name, value: undefined },
          { fromSeconds: back + server.latency, path: name, value: valueAt(heldAt(settings, back), name) },
        ];
      }),
    );
}

/** The context as it is at an instant, whoever has seen it. */
function heldAt({ inline, timeline }: ContextSettings, seconds: number): PolicyContext {
  const until = timeline.filter(({ at }) => at <= seconds).toSorted((a, b) => a.at - b.at);
  return until.reduce<PolicyContext>((context, { set }) => changed(context, set), inline);
}

function valueAt(context: PolicyContext, path: string): ContextValue | undefined {
  return path.split('.').reduce<ContextValue | undefined>(
    (value, key) => (isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    context as ContextMap, // safe: a context is one
  );
}

/** A context without what stands at a path. */
function without(context: PolicyContext, path: string): PolicyContext {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const above = keys.length === 0 ? context : valueAt(context, keys.join('.'));
  if (!isMap(above as ContextValue)) return context; // safe: a context is a map
  const { [last]: _gone, ...rest } = above as ContextMap; // safe: as said above
  return keys.length === 0 ? (rest as PolicyContext) : changed(context, { [keys.join('.')]: rest }); // safe: its other keys are as they were
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
