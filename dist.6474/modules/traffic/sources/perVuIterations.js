import { z } from 'zod';
import { closedSource } from '../closedSource.js';
import { atLeastOneSecond, closedShape, count, scaledCount, sourceVariant } from '../sourceVariant.js';
export const perVuIterations = sourceVariant({
    name: 'per-vu-iterations',
    summary: 'Each virtual user does a fixed number of iterations (k6)',
    schema: z.strictObject({
        executor: z.literal('per-vu-iterations'),
        ...closedShape,
        vus: count(1).default(1),
        iterations: count(1).default(1),
        maxDuration: atLeastOneSecond().prefault('10m'),
    }),
    scaled: (settings, factor) => ({ ...settings, vus: scaledCount(settings.vus, factor) }),
    build: ({ startTime, vus, iterations, maxDuration, think }, context) => {
        const done = [];
        return closedSource({
            changes: [
                { atSeconds: startTime, count: vus },
                { atSeconds: startTime + maxDuration, count: 0 },
            ],
            think,
            context,
            takeIteration: (user) => {
                done[user] = (done[user] ?? 0) + 1;
                return done[user] <= iterations;
            },
        });
    },
});
