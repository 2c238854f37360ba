import type { RealmHost, RefusedName } from './realmGlobals.js';

/** What `require` asks the host for. Nothing here throws. */
export interface ModuleShelf extends RealmHost {
  /** Names of a module of Node, joined by commas; undefined for what is none. */
  namesOf(id: string): string | undefined;
  /** A function of `node:path` on texts. */
  path(name: string, values: readonly string[]): string | boolean;
  /** hex; undefined for an algorithm that there is not. */
  hash(algorithm: string, text: string): string | undefined;
  isDeepStrictEqual(a: unknown, b: unknown): boolean;
}

interface ModuleMakers {
  refuse(refused: RefusedName): () => never;
  assertModule(world: typeof globalThis, shelf: ModuleShelf): object;
  cryptoModule(world: typeof globalThis, shelf: ModuleShelf): object;
}

/**
 * The `require` of a policy: those modules of Node that compute and nothing else, made anew for each realm; every function of
 * another says why it is not there.
 *
 * Runs inside the realm, by its text.
 */
export function requireModule(
  world: typeof globalThis,
  shelf: ModuleShelf,
  { refuse, assertModule, cryptoModule }: ModuleMakers,
): (id: unknown) => unknown {
  const { Error: Failure, Object: objects, String: text, TypeError: WrongType } = world;
  const { replace, split } = world.String.prototype;
  const { apply } = world.Reflect;
  const pathModule = (): object => {
    const made: Record<string, unknown> = { sep: '/', delimiter: ':' };
    for (const name of ['basename', 'dirname', 'extname', 'isAbsolute', 'join', 'normalize', 'relative', 'resolve']) {
      made[name] = (...values: unknown[]) => {
        for (let index = 0; index < values.length; index++) {
          if (typeof values[index] !== 'string') throw new WrongType(`path.${name}: each argument is a text`);
        }
        return shelf.path(name, values as string[]); // safe: just looked at
      };
    }
    made.posix = made;
    return made;
  };
  const makers: Readonly<Record<string, () => object>> = {
    process: () => world.process,
    perf_hooks: () => ({ performance: world.performance }),
    path: pathModule,
    util: () => ({
      format: (...values: unknown[]) => shelf.format(values),
      inspect: (value: unknown) => shelf.format(['%O', value]),
      isDeepStrictEqual: (a: unknown, b: unknown) => shelf.isDeepStrictEqual(a, b),
    }),
    crypto: () => cryptoModule(world, shelf),
    assert: () => assertModule(world, shelf),
  };
  const refusedModule = (id: string, name: string): object => {
    const names = shelf.namesOf(id);
    if (names === undefined) throw new Failure(`cannot import "${id}": it was not found beside the policy`);
    const refused: Record<string, unknown> = {};
    const why =
      'a policy reads nothing of the machine, so that every run gives the same. Import data as a file (import data from "./data.json"), or make it a parameter';
    const keys = apply(split, names, [',']);
    for (let index = 0; index < keys.length; index++) {
      refused[keys[index]] = refuse({ name: `${name}.${keys[index]}`, why });
    }
    return refused;
  };
  const made: Record<string, unknown> = objects.create(null);
  return (wanted) => {
    const id = text(wanted);
    const name = apply(replace, id, ['node:', '']);
    made[name] ??= objects.hasOwn(makers, name) ? makers[name]() : refusedModule(id, name);
    return made[name];
  };
}
