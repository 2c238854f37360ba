import type { Params } from '../../policy.js';
import type { RouteRequest, RouteTarget } from '../../router.js';
import type { Definition, DefinitionPicture, ExportsPicture } from './moduleReader.js';
import type { ThrownPicture, Told } from './pictures.js';
import type { DoorParts } from './policyDoor.js';

/** As `PolicyDoor`, of a router. */
export interface RouterDoor {
  load(evaluate: () => unknown): DefinitionPicture | ExportsPicture | ThrownPicture;
  begin(params: Params, route: string): void;
  show(targets: readonly RouteTarget[]): void;
  setCooling(place: number, isCooling: boolean): void;
  route(request: RouteRequest, timeSeconds: number): Told | ThrownPicture;
}

/**
 * Calls the router, and gives what it returns or throws as data.
 *
 * Runs inside the realm, by its text: what it took from the realm, it took before the router could change it.
 */
export function routerDoor(
  world: typeof globalThis,
  { pictures: { tell, thrown }, readModule }: DoorParts,
): RouterDoor {
  const { freeze } = world.Object;
  let definition: Definition;
  let shown: Record<string, unknown>[] = [];
  const context: Record<string, unknown> = {};
  return {
    load: (evaluate) =>
      readModule(evaluate, 'route', (found) => {
        definition = found;
      }),
    begin(params, route) {
      context.route = route;
      context.params = freeze({ ...params });
      context.state = {};
    },
    show(targets) {
      shown = [];
      for (let place = 0; place < targets.length; place++) {
        const { price, metrics, ...rest } = targets[place];
        const own: Record<string, unknown> = { ...rest };
        if (price !== undefined) own.price = { ...price };
        own.metrics = { ...metrics };
        shown[place] = own;
      }
      // A list of its own: what the router does to it leaves `shown` as it is.
      context.targets = [...shown];
    },
    setCooling(place, isCooling) {
      shown[place].cooling = isCooling;
    },
    route(request, timeSeconds) {
      try {
        context.time = timeSeconds;
        return tell(definition.route({ ...request }, context));
      } catch (value) {
        return thrown(value);
      }
    },
  };
}
