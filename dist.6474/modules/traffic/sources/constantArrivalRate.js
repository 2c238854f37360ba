import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { linearSegment } from '../segment.js';
import { atLeastOneSecond, openShape, sourceVariant } from '../sourceVariant.js';
import { hasVus, noVus, scaledPool, vuPoolOf, vuPoolShape } from '../vuPool.js';
export const constantArrivalRate = sourceVariant({
    name: 'constant-arrival-rate',
    summary: 'A constant rate of arrivals (k6)',
    schema: z
        .strictObject({
        executor: z.literal('constant-arrival-rate'),
        ...openShape,
        ...vuPoolShape,
        rate: z.number().min(0),
        timeUnit: durationSchema({ sign: 'positive' }).prefault('1s'),
        duration: atLeastOneSecond().optional().meta({ description: 'To the end of the run when left out' }),
    })
        .refine(hasVus, noVus),
    scaled: (settings, factor) => ({ ...settings, ...scaledPool(settings, factor), rate: settings.rate * factor }),
    build: (settings, context) => {
        const { startTime, duration, rate, timeUnit, arrivals } = settings;
        const lengthSeconds = duration ?? Math.max(0, context.durationSeconds - startTime);
        return segmentedSource({
            process: buildArrivals(arrivals, context.stream('arrivals')),
            segments: [
                linearSegment({
                    fromSeconds: startTime,
                    lengthSeconds,
                    fromRate: rate,
                    toRate: rate,
                    timeUnitSeconds: timeUnit,
                }),
            ],
            // k6's iteration i starts at i * timeUnit / rate, the first at once; none starts when the duration is over.
            leadArea: arrivals.variant === 'even' ? -1 : 0,
            endSeconds: startTime + lengthSeconds,
            vuPool: vuPoolOf(settings),
        });
    },
});
