import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { closedSource } from '../closedSource.js';
import { closedShape, count, sourceVariant } from '../sourceVariant.js';

export const constantVus = sourceVariant({
  name: 'constant-vus',
  summary: 'A fixed number of virtual users (k6)',
  schema: z.strictObject({
    executor: z.literal('constant-vus'),
    ...closedShape,
    vus: count(1).default(1),
    duration: durationSchema({ sign: 'positive' })
      .optional()
      .meta({ description: 'To the end of the run when left out' }),
  }),
  build: ({ startTime, vus, duration, think }, context) =>
    closedSource({
      changes: [
        { atSeconds: startTime, count: vus },
        { atSeconds: startTime + (duration ?? context.durationSeconds), count: 0 },
      ],
      think,
      context,
    }),
});
