import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { type RetryCause, RetryRules, retryCauses } from './retryRules.js';

/** When a failed try is followed by another; times in seconds. */
export const retriesSchema = z.strictObject({
  attempts: z.int().min(1).meta({ description: 'Tries in all' }),
  on: z.array(z.enum(retryCauses)).min(1).default(['5xx', 'timeout']),
  backoff: z
    .strictObject({
      base: durationSchema().prefault('0s'),
      factor: z.number().min(1).default(1),
      jitter: z.enum(['none', 'full', 'equal', 'exponential']).default('none'),
    })
    .prefault({}),
  budget: z
    .number()
    .min(0)
    .optional()
    .meta({ description: 'Retries per request over the last 10 s; unlimited when left out' }),
});

type RetriesSection = Omit<z.output<typeof retriesSchema>, 'on'> & { readonly on: readonly RetryCause[] };

/** Rules with a budget of their own. */
export function retryRulesOf({ attempts, on, backoff, budget }: RetriesSection): RetryRules {
  return new RetryRules({
    attemptCount: attempts,
    causes: on,
    baseSeconds: backoff.base,
    factor: backoff.factor,
    jitter: backoff.jitter,
    budgetRatio: budget ?? Number.POSITIVE_INFINITY,
  });
}
