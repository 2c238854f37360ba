import { z } from 'zod';
/** More say nothing more: each is a policy with a state of its own. */
const most = 1000;
const several = z.int().min(1).max(most);
const countText = 'How many controllers run the policy, each with its own state; all decide at the same instants, in order';
/** `scaling.controllers`: the policy as it runs in production, once in each worker of each gateway. */
export const controllersSchema = z.union([
    several.meta({ description: countText }),
    z.strictObject({
        count: several.meta({ description: countText }),
        workers: several
            .optional()
            .meta({ description: 'How many of them are workers of one gateway; all of them when left out' }),
        shared: z.literal([false, true, 'gateway']).default(false).meta({
            description: 'Their shared dictionaries. false: each has its own | gateway: the workers of one gateway have one | true: all have one',
        }),
    }),
]);
/** Every controller of one run, in the order in which they decide; one alone where the scenario says nothing. */
export function controllerPlaces(settings) {
    const { count, workers: workerCount, shared } = controllersOf(settings);
    const ofAll = new Map();
    let ofGateway = ofAll;
    return Array.from({ length: count }, (_, index) => {
        const workerId = index % workerCount;
        if (workerId === 0)
            ofGateway = new Map();
        const sharedData = shared === true ? ofAll : shared === 'gateway' ? ofGateway : new Map();
        return { index, workerId, workerCount, sharedData };
    });
}
/** The settings with what is left out filled in. */
export function controllersOf(settings = 1) {
    if (typeof settings === 'number')
        return { count: settings, workers: settings, shared: false };
    return { ...settings, workers: settings.workers ?? settings.count };
}
