import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';

/** How much worse than the old version the new one may be. */
const abortSchema = z.strictObject({
  quality: z.number().min(0).max(1).optional().meta({ description: 'Its share of right answers is lower by' }),
  error_rate: z.number().min(0).max(1).optional().meta({ description: 'Its share of errors is higher by' }),
  ttft_p95_ratio: z.number().min(1).optional().meta({ description: 'Its TTFT p95 is this many times as long' }),
});

export const rolloutSchema = z
  .strictObject({
    steps: z.array(z.number().positive().max(100)).min(1).meta({ description: 'Percent of the requests, rising' }),
    every: durationSchema({ sign: 'positive' }).meta({ description: 'How long a step lasts; judged at its end' }),
    minRequests: z.int().min(1).default(100).meta({ description: 'Of each version, or a step is not judged' }),
    abort: abortSchema.optional().meta({
      description: 'Back to the old version when the 95 % interval of a difference lies beyond this',
    }),
  })
  .meta({ description: 'Weights of the two services in `to` that move on; the last is the new version' });

export type RolloutSettings = z.output<typeof rolloutSchema>;
export type AbortLimits = z.output<typeof abortSchema>;
