import { z } from 'zod';
import { closedSource } from '../closedSource.js';
import { atLeastOneSecond, closedShape, count, scaledCount, sourceVariant } from '../sourceVariant.js';
export const constantVus = sourceVariant({
    name: 'constant-vus',
    summary: 'A fixed number of virtual users (k6)',
    schema: z.strictObject({
        executor: z.literal('constant-vus'),
        ...closedShape,
        vus: count(1).default(1),
        duration: atLeastOneSecond().optional().meta({ description: 'To the end of the run when left out' }),
    }),
    scaled: (settings, factor) => ({ ...settings, vus: scaledCount(settings.vus, factor) }),
    build: ({ startTime, vus, duration, think }, context) => closedSource({
        changes: [
            { atSeconds: startTime, count: vus },
            { atSeconds: startTime + (duration ?? context.durationSeconds), count: 0 },
        ],
        think,
        context,
    }),
});
