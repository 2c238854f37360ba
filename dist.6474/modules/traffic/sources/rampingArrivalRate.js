import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
import { segmentsOf, stagesSchema } from '../stages.js';
import { hasVus, noVus, scaledPool, vuPoolOf, vuPoolShape } from '../vuPool.js';
export const rampingArrivalRate = sourceVariant({
    name: 'ramping-arrival-rate',
    summary: 'A rate that moves straight from stage to stage (k6)',
    schema: z
        .strictObject({
        executor: z.literal('ramping-arrival-rate'),
        ...openShape,
        ...vuPoolShape,
        startRate: z.number().min(0).default(0),
        timeUnit: durationSchema({ sign: 'positive' }).prefault('1s'),
        stages: stagesSchema(z.number().min(0)),
    })
        .refine(hasVus, noVus),
    scaled: (settings, factor) => ({
        ...settings,
        ...scaledPool(settings, factor),
        startRate: settings.startRate * factor,
        stages: settings.stages.map((stage) => ({ ...stage, target: stage.target * factor })),
    }),
    build: (settings, context) => {
        const { startTime, startRate, timeUnit, stages, arrivals } = settings;
        return segmentedSource({
            process: buildArrivals(arrivals, context.stream('arrivals')),
            // k6's iteration n starts when the integral reaches n, also at the very end of the last stage.
            segments: segmentsOf(stages, { seconds: startTime, value: startRate, timeUnitSeconds: timeUnit }),
            vuPool: vuPoolOf(settings),
        });
    },
});
