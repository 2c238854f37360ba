import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { smoothSegment } from '../segment.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
export const diurnal = sourceVariant({
    name: 'diurnal',
    summary: 'A day: mean x (1 + a cos(2 pi (t - peakAt) / period)) with a = (r - 1) / (r + 1), r = peakToTrough',
    schema: z.strictObject({
        executor: z.literal('diurnal'),
        ...openShape,
        mean: z.number().min(0).meta({ description: 'Arrivals per second, averaged over a period' }),
        peakToTrough: z.number().min(1).max(1e6),
        period: durationSchema({ sign: 'positive' }).prefault('24h'),
        peakAt: durationSchema().prefault('0s'),
        duration: durationSchema({ sign: 'positive' }).optional(),
    }),
    scaled: (settings, factor) => ({ ...settings, mean: settings.mean * factor }),
    build: ({ mean, peakToTrough, period, peakAt, startTime, duration, arrivals }, context) => {
        const amplitude = (peakToTrough - 1) / (peakToTrough + 1);
        const angular = (2 * Math.PI) / period;
        // The curve is of the run's clock: a later startTime cuts it, it does not move the peak.
        const phaseAt = (offset) => angular * (startTime + offset - peakAt);
        const sineAtStart = Math.sin(phaseAt(0));
        const segment = smoothSegment({
            fromSeconds: startTime,
            lengthSeconds: duration ?? Math.max(0, context.durationSeconds - startTime),
            rateAt: (offset) => mean * (1 + amplitude * Math.cos(phaseAt(offset))),
            areaAt: (offset) => mean * (offset + (amplitude / angular) * (Math.sin(phaseAt(offset)) - sineAtStart)),
        });
        return segmentedSource({ process: buildArrivals(arrivals, context.stream('arrivals')), segments: [segment] });
    },
});
