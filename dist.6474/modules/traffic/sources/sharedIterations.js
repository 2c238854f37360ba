import { z } from 'zod';
import { closedSource } from '../closedSource.js';
import { atLeastOneSecond, closedShape, count, scaledCount, sourceVariant } from '../sourceVariant.js';
export const sharedIterations = sourceVariant({
    name: 'shared-iterations',
    summary: 'Virtual users share a pool of iterations (k6)',
    schema: z
        .strictObject({
        executor: z.literal('shared-iterations'),
        ...closedShape,
        vus: count(1).default(1),
        iterations: count(1).default(1),
        maxDuration: atLeastOneSecond().prefault('10m'),
    })
        .refine(({ vus, iterations }) => iterations >= vus, 'has fewer iterations than vus\nSome users would never do anything; k6 refuses it, too.\nraise `iterations` to at least `vus`.'),
    scaled: (settings, factor) => ({
        ...settings,
        vus: scaledCount(settings.vus, factor),
        iterations: Math.max(scaledCount(settings.vus, factor), scaledCount(settings.iterations, factor)),
    }),
    build: ({ startTime, vus, iterations, maxDuration, think }, context) => {
        let left = iterations;
        return closedSource({
            changes: [
                { atSeconds: startTime, count: vus },
                { atSeconds: startTime + maxDuration, count: 0 },
            ],
            think,
            context,
            takeIteration: () => left-- > 0,
        });
    },
});
