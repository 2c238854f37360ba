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
  budgetUsdPerDay: z.number().positive().optional().meta({
    description: 'What its tokens may cost a day (UTC), at models.X.pricePerMillion; unlimited when left out',
  }),
  priority: z
    .int()
    .optional()
    .meta({ description: 'Of its requests, where neither class nor tier has one; 0 when left out' }),
});

const limitSchema = z.strictObject({
  algorithm: algorithmSettings.prefault('token-bucket'),
  charge: z.enum(['after', 'estimate']).default('after').meta({
    description:
      'after: let in while anything is left, the tokens are taken when the answer ends; estimate: prompt and the longest answer are taken first, what is not needed is given back',
  }),
});

const tierSchema = z.strictObject({
  priority: z.int().optional().meta({ description: 'Of its requests, where their class has none' }),
  sheddable: z.boolean().default(false).meta({ description: 'Refused first (shed) where model servers are saturated' }),
});

const saturationSchema = z.strictObject({
  queue: z.number().positive().default(5).meta({ description: 'Requests that wait at a full replica' }),
  kv: z.number().gt(0).max(1).default(0.8).meta({ description: 'Share of its KV memory' }),
});

/** Who asks, and how much each may. */
export const consumersShape = {
  consumers: z
    .record(nameSchema, consumerSchema)
    .optional()
    .meta({ description: 'Who asks: `requests.X.consumer` names them; with the limits of each' }),
  tiers: z
    .record(nameSchema, tierSchema)
    .optional()
    .meta({ description: 'How much requests matter: `requests.X.tier` names one' }),
  saturation: saturationSchema.optional().meta({
    description: 'Saturated is a service whose mean over replicas of max(waiting / queue, KV share / kv) is 1 or more',
  }),
  limit: limitSchema.optional().meta({ description: 'How limits of consumers are counted' }),
};

export type ConsumerSettings = z.output<typeof consumerSchema>;
export type LimitSettings = z.output<typeof limitSchema>;

/** What a full replica is where the scenario does not say. */
export const usualSaturation = saturationSchema.parse({});

/** How limits are counted where the scenario does not say. */
export const usualLimit: LimitSettings = limitSchema.parse({});
