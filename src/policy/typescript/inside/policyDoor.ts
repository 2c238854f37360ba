import type { Params } from '../../policy.js';
import type { Definition, DefinitionPicture, ExportsPicture, ModuleReader } from './moduleReader.js';
import type { Pictures, Primitive, ReturnedPicture, ThrownPicture } from './pictures.js';
import type { ObservationView } from './viewReader.js';

/** The functions of a realm that the host calls. They never throw, and all they return is data made by them. */
export interface PolicyDoor {
  load(evaluate: () => unknown): DefinitionPicture | ExportsPicture | ThrownPicture;
  begin(params: Params, noteRead: ((name: string) => void) | undefined): void;
  decide(view: ObservationView): Primitive | ReturnedPicture | ThrownPicture;
}

/** What both doors are made with. */
export interface DoorParts {
  readonly pictures: Pictures;
  readonly readModule: ModuleReader;
}

type Show = (view: ObservationView, noteRead: ((name: string) => void) | undefined) => object;

/**
 * Calls the policy, and gives what it returns or throws as data.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the policy could change it.
 */
export function policyDoor(
  world: typeof globalThis,
  show: Show,
  { pictures: { returned, thrown }, readModule }: DoorParts,
): PolicyDoor {
  const { freeze } = world.Object;
  let definition: Definition;
  let context: object;
  let note: ((name: string) => void) | undefined;
  return {
    load: (evaluate) =>
      readModule(evaluate, 'decide', (found) => {
        definition = found;
      }),
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
