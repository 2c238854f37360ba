import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';

/** More tries beside one that takes long. Times in seconds. */
export const hedgingSchema = z
  .strictObject({
    after: z
      .union([z.literal('p95'), durationSchema({ sign: 'positive' })])
      .prefault('200ms')
      .meta({
        description:
          'So long after a try the next begins beside it; p95: of the good answers of the last 10 s, none before there are 20',
      }),
    attempts: z
      .int()
      .min(2)
      .max(10)
      .default(2)
      .meta({ description: 'Tries of a request beyond which none is added; retries count, too' }),
    cancel: z
      .boolean()
      .default(false)
      .meta({ description: 'Tries that are no longer waited for give up their place and slot at once' }),
  })
  .meta({ description: 'Begins another try beside one that takes long; the first good answer counts' });
