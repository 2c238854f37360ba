import { decideRunner, parseEvery } from './decideRunner.js';
import { mergeParams } from './mergeParams.js';
/**
 * A policy given as a `PolicyDefinition`: TypeScript files and platforms.
 *
 * @throws PolicyFault of kind `load` for wrong parameters or a wrong `every`
 */
export function definitionPolicy({ fileName, name, params, fresh, show, toFault }) {
    const definition = fresh(undefined);
    const merged = mergeParams({ fileName, defaults: definition.params, overrides: params });
    const everySeconds = parseEvery(definition.every, fileName);
    return {
        name: typeof definition.name === 'string' ? definition.name : name,
        params: merged,
        start(host) {
            const running = fresh(host);
            const state = {};
            const context = { params: Object.freeze({ ...merged }), state };
            return decideRunner({
                fileName,
                everySeconds,
                decide(observation) {
                    try {
                        return running.decide(show?.(observation) ?? observation, context);
                    }
                    catch (thrown) {
                        throw toFault(thrown, host.nowSeconds());
                    }
                },
            }, host);
        },
    };
}
