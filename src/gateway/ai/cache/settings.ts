import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';

/** Answers that a gateway gives again to prompts that mean the same: how often is given, for what prompts say is not modelled. */
export const cacheSchema = z
  .strictObject({
    kind: z.literal('semantic'),
    hitRate: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'Share of requests that find an answer, once the cache is warm' }),
    wrongHit: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .meta({ description: 'Share of those whose answer fits another prompt' }),
    latency: durationSchema({ sign: 'nonNegative' })
      .prefault('15ms')
      .meta({ description: 'Until such an answer is out' }),
    ttl: durationSchema({ sign: 'positive' }).optional().meta({
      description: 'The cache is empty at 0s and hits rise evenly until then; warm from the start when left out',
    }),
  })
  .meta({ description: 'Answers to some requests at once, before limits and services' });

export type CacheSettings = z.output<typeof cacheSchema>;
