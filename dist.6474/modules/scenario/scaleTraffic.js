import { mapValues } from '../base/mapValues.js';
import { scaledSource } from '../traffic/sources/index.js';
/**
 * The scenario with this many times its traffic: rates, users and recorded rows of every source.
 *
 * The fleet begins with as many times its instances, within min and max, as one that had this traffic before: else the
 * first minutes would measure the start, not the policy.
 */
export function scaleTraffic(scenario, factor) {
    return {
        ...scenario,
        traffic: mapValues(scenario.traffic, (source) => scaledSource(source, factor)),
        services: mapValues(scenario.services, (service) => {
            const { min, max, initial } = service.scaling;
            if (initial === 'needed')
                return service;
            const begun = Math.min(max, Math.max(min, Math.ceil(initial * factor)));
            return { ...service, scaling: { ...service.scaling, initial: begun } };
        }),
    };
}
