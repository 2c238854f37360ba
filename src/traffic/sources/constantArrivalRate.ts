import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { buildArrivals } from '../arrivals/index.js';
import { segmentedSource } from '../openSource.js';
import { linearSegment } from '../segment.js';
import { openShape, sourceVariant } from '../sourceVariant.js';
import { vuPoolOf, vuPoolShape } from '../vuPool.js';

export const constantArrivalRate = sourceVariant({
  name: 'constant-arrival-rate',
  summary: 'A constant rate of arrivals (k6)',
  schema: z.strictObject({
    executor: z.literal('constant-arrival-rate'),
    ...openShape,
    ...vuPoolShape,
    rate: z.number().min(0),
    timeUnit: durationSchema({ sign: 'positive' }).prefault('1s'),
    duration: durationSchema({ sign: 'positive' })
      .optional()
      .meta({ description: 'To the end of the run when left out' }),
  }),
  build: (settings, context) => {
    const { startTime, duration, rate, timeUnit, arrivals } = settings;
    const perSecond = rate / timeUnit;
    const lengthSeconds = duration ?? Math.max(0, context.durationSeconds - startTime);
    return segmentedSource({
      process: buildArrivals(arrivals, context.stream('arrivals')),
      segments: [linearSegment(startTime, lengthSeconds, perSecond, perSecond)],
      // k6's iteration i starts at i * timeUnit / rate, the first at once.
      leadArea: arrivals.variant === 'even' ? -1 : 0,
      vuPool: vuPoolOf(settings),
    });
  },
});
