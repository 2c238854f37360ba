import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { linearSegment, smoothSegment } from '../segment.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
export const flashCrowd = sourceVariant({
    name: 'flash-crowd',
    summary: 'A crowd: linear rise, hold, exponential fall (time constant `fall`)',
    schema: z.strictObject({
        executor: z.literal('flash-crowd'),
        ...openShape,
        base: z.number().min(0).meta({ description: 'Arrivals per second before and long after' }),
        peak: z.number().min(0),
        at: durationSchema().meta({ description: 'When the rise begins, from startTime' }),
        rise: durationSchema(),
        hold: durationSchema(),
        fall: durationSchema({ sign: 'positive' }),
        duration: durationSchema({ sign: 'positive' }).optional(),
    }),
    scaled: (settings, factor) => ({ ...settings, base: settings.base * factor, peak: settings.peak * factor }),
    build: ({ startTime, duration, arrivals, ...crowd }, context) => {
        const endSeconds = startTime + (duration ?? Math.max(0, context.durationSeconds - startTime));
        return segmentedSource({
            process: buildArrivals(arrivals, context.stream('arrivals')),
            segments: crowdSegments(crowd, startTime)
                .map((segment) => cut(segment, endSeconds))
                .filter(({ lengthSeconds }) => lengthSeconds > 0),
        });
    },
});
function crowdSegments({ base, peak, at, rise, hold, fall }, startSeconds) {
    const riseFrom = startSeconds + at;
    const fallFrom = riseFrom + rise + hold;
    return [
        linearSegment({ fromSeconds: startSeconds, lengthSeconds: at, fromRate: base, toRate: base }),
        linearSegment({ fromSeconds: riseFrom, lengthSeconds: rise, fromRate: base, toRate: peak }),
        linearSegment({ fromSeconds: riseFrom + rise, lengthSeconds: hold, fromRate: peak, toRate: peak }),
        smoothSegment({
            fromSeconds: fallFrom,
            // Long enough for any run; cut to the source's end.
            lengthSeconds: 1e12,
            rateAt: (offset) => base + (peak - base) * Math.exp(-offset / fall),
            areaAt: (offset) => base * offset + (peak - base) * fall * -Math.expm1(-offset / fall),
        }),
    ];
}
/** The part of a segment before an instant. */
function cut(segment, endSeconds) {
    const lengthSeconds = Math.min(segment.lengthSeconds, endSeconds - segment.fromSeconds);
    if (lengthSeconds === segment.lengthSeconds || lengthSeconds <= 0)
        return { ...segment, lengthSeconds };
    return { ...segment, lengthSeconds, area: segment.areaAt(lengthSeconds) };
}
