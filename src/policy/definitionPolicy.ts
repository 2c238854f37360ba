import { decideRunner, parseEvery } from './decideRunner.js';
import { mergeParams } from './mergeParams.js';
import type { Observation } from './observation.js';
import type { LoadedPolicy, Params, PolicyDefinition, PolicyHost, State } from './policy.js';

interface DefinitionSource {
  readonly fileName: string;
  /** Used when the definition has no name of its own. */
  readonly name: string;
  readonly params: Params;
  /** A definition nobody has used yet: module variables must not pass from one run to the next. */
  fresh(host: PolicyHost | undefined): PolicyDefinition;
  /** What decide gets in place of the observation. */
  show?(observation: Observation): Observation;
  /** Turns whatever decide threw into a fault. */
  toFault(thrown: unknown, timeSeconds: number): Error;
}

/**
 * A policy given as a `PolicyDefinition`: TypeScript files and platforms.
 *
 * @throws PolicyFault of kind `load` for wrong parameters or a wrong `every`
 */
export function definitionPolicy({ fileName, name, params, fresh, show, toFault }: DefinitionSource): LoadedPolicy {
  const definition = fresh(undefined);
  const merged = mergeParams({ fileName, defaults: definition.params, overrides: params });
  const everySeconds = parseEvery(definition.every, fileName);
  return {
    name: typeof definition.name === 'string' ? definition.name : name,
    params: merged,
    start(host) {
      const running = fresh(host);
      const state: State = {};
      const context = { params: Object.freeze({ ...merged }), state };
      return decideRunner(
        {
          fileName,
          everySeconds,
          decide(observation) {
            try {
              return running.decide(show?.(observation) ?? observation, context);
            } catch (thrown) {
              throw toFault(thrown, host.nowSeconds());
            }
          },
        },
        host,
      );
    },
  };
}
