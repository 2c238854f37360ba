import type { Params } from '../../policy.js';
import type { Pictures, Primitive, ReturnedPicture, ThrownPicture, Told } from './pictures.js';
import type { ObservationView } from './viewReader.js';

export interface DefinitionPicture {
  readonly type: 'definition';
  readonly name: Told;
  readonly every: Told;
  /** By name; what is no such object as it is told. */
  readonly params: Told;
  readonly paramsByName: Readonly<Record<string, Told>> | undefined;
}

/** A module without a policy. */
export interface ExportsPicture {
  readonly type: 'exports';
  readonly names: string;
  readonly hasDefault: boolean;
  readonly standard: Told;
}

/** The functions of a realm that the host calls. They never throw, and all they return is data made by them. */
export interface PolicyDoor {
  load(evaluate: () => unknown): DefinitionPicture | ExportsPicture | ThrownPicture;
  begin(params: Params, noteRead: ((name: string) => void) | undefined): void;
  decide(view: ObservationView): Primitive | ReturnedPicture | ThrownPicture;
}

type Show = (view: ObservationView, noteRead: ((name: string) => void) | undefined) => object;

/**
 * Calls the policy, and gives what it returns or throws as data.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function policyDoor(world: typeof globalThis, show: Show, pictures: Pictures): PolicyDoor {
  const { freeze, keys } = world.Object;
  const { isArray } = world.Array;
  const { tell, fieldsOf, returned, thrown } = pictures;
  type Definition = Record<string, unknown> & { decide(...values: unknown[]): unknown };
  let definition: Definition;
  let context: object;
  let note: ((name: string) => void) | undefined;
  const isDefinition = (value: unknown): value is Definition =>
    typeof value === 'object' && value !== null && 'decide' in value && typeof value.decide === 'function';
  const defined = (found: Definition): DefinitionPicture => {
    definition = found;
    const { name, every, params } = found;
    const isMap = typeof params === 'object' && params !== null && !isArray(params);
    const paramsByName = isMap ? fieldsOf(params, keys(params)) : undefined;
    return { type: 'definition', name: tell(name), every: tell(every), params: tell(params), paramsByName };
  };
  const exported = (exports: unknown): DefinitionPicture | ExportsPicture => {
    const isMap = (typeof exports === 'object' || typeof exports === 'function') && exports !== null;
    const all = (isMap ? exports : {}) as Record<string, unknown>; // safe: every object has names
    const standard = all.default;
    if (isDefinition(standard)) return defined(standard);
    if (isDefinition(all)) return defined(all);
    let names = '';
    const found = keys(all);
    for (let index = 0; index < found.length; index++) {
      if (found[index] !== '__esModule') names += names === '' ? found[index] : `, ${found[index]}`;
    }
    return { type: 'exports', names, hasDefault: 'default' in all, standard: tell(standard) };
  };
  return {
    load(evaluate) {
      try {
        return exported(evaluate());
      } catch (value) {
        return thrown(value);
      }
    },
    begin(params, noteRead) {
      context = { params: freeze({ ...params }), state: {} };
      note = noteRead;
    },
    decide(view) {
      try {
        const value = definition.decide(show(view, note), context);
        const isObject = (typeof value === 'object' || typeof value === 'function') && value !== null;
        return isObject ? returned(value) : (value as Primitive); // safe: what is no object is one
      } catch (value) {
        return thrown(value);
      }
    },
  };
}
