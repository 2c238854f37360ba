import type { Pictures, ThrownPicture, Told } from './pictures.js';

export interface DefinitionPicture {
  readonly type: 'definition';
  readonly name: Told;
  readonly every: Told;
  /** By name; what is no such object as it is told. */
  readonly params: Told;
  readonly paramsByName: Readonly<Record<string, Told>> | undefined;
}

/** A module without a policy, or without a router. */
export interface ExportsPicture {
  readonly type: 'exports';
  readonly names: string;
  readonly hasDefault: boolean;
  readonly standard: Told;
}

/** A policy or a router as its file exports it. */
export type Definition = Record<string, (...values: unknown[]) => unknown>;

/** Evaluates a module and finds in it what has a function of the name; hands that to `take`. Never throws. */
export type ModuleReader = (
  evaluate: () => unknown,
  name: 'decide' | 'route',
  take: (found: Definition) => void,
) => DefinitionPicture | ExportsPicture | ThrownPicture;

/**
 * Reads what a file exports: its default, or its exports themselves.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function moduleReader(world: typeof globalThis, { tell, fieldsOf, thrown }: Pictures): ModuleReader {
  const { keys } = world.Object;
  const { isArray } = world.Array;
  const has = (value: unknown, name: string): value is Definition =>
    typeof value === 'object' &&
    value !== null &&
    name in value &&
    typeof (value as Record<string, unknown>)[name] === 'function'; // safe: it has the name
  const defined = (found: Record<string, unknown>): DefinitionPicture => {
    const { name, every, params } = found;
    const isMap = typeof params === 'object' && params !== null && !isArray(params);
    const paramsByName = isMap ? fieldsOf(params, keys(params)) : undefined;
    return { type: 'definition', name: tell(name), every: tell(every), params: tell(params), paramsByName };
  };
  return (evaluate, name, take) => {
    try {
      const exports = evaluate();
      const isMap = (typeof exports === 'object' || typeof exports === 'function') && exports !== null;
      const all = (isMap ? exports : {}) as Record<string, unknown>; // safe: every object has names
      const standard = all.default;
      const definition = has(standard, name) ? standard : has(all, name) ? all : undefined;
      if (definition !== undefined) {
        take(definition);
        return defined(definition);
      }
      let names = '';
      const found = keys(all);
      for (let index = 0; index < found.length; index++) {
        if (found[index] !== '__esModule') names += names === '' ? found[index] : `, ${found[index]}`;
      }
      return { type: 'exports', names, hasDefault: 'default' in all, standard: tell(standard) };
    } catch (value) {
      return thrown(value);
    }
  };
}
