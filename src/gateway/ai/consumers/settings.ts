import { z } from 'zod';
import { nameSchema } from '../../../base/name.js';
import { algorithmSettings } from './algorithms/index.js';

const consumerSchema = z.strictObject({
  tokensPerMinute: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Tokens of prompts and answers; unlimited when left out' }),
  requestsPerMinute: z.int().min(1).optional().meta({ description: 'Tries; unlimited when left out' }),
});

const limitSchema = z.strictObject({
  algorithm: algorithmSettings.prefault('token-bucket'),
  charge: z.enum(['after', 'estimate']).default('after').meta({
    description:
      'after: let in while anything is left, the tokens are taken when the answer ends; estimate: prompt and the longest answer are taken first, what is not needed is given back',
  }),
});

/** Who asks, and how much each may. */
export const consumersShape = {
  consumers: z
    .record(nameSchema, consumerSchema)
    .optional()
    .meta({ description: 'Who asks: `requests.X.consumer` names them; with the limits of each' }),
  limit: limitSchema.optional().meta({ description: 'How limits of consumers are counted' }),
};

export type ConsumerSettings = z.output<typeof consumerSchema>;
export type LimitSettings = z.output<typeof limitSchema>;

/** How limits are counted where the scenario does not say. */
export const usualLimit: LimitSettings = limitSchema.parse({});
