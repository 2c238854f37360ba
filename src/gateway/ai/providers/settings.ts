import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';
import { nameSchema } from '../../../base/name.js';
import { qualitySchema } from '../../../fleet/models/quality.js';
import { buildDistribution, distributionSettings } from '../../../random/distributions/index.js';
import { tokensSchema } from '../../../traffic/tokens.js';

/** How many times as long everything takes while a provider is slow, where the scenario does not say. */
export const usualSlowFactor = 10;

const outageSchema = z.strictObject({
  at: durationSchema(),
  for: durationSchema({ sign: 'positive' }),
  // YAML reads 429 as a number.
  kind: z.literal(['down', 'slow', '429', 429]).meta({
    description: 'down: takes no tries and breaks answers off; slow: all takes longer; 429: answers so',
  }),
  factor: z
    .number()
    .gt(1)
    .optional()
    .meta({ description: `How many times as long, of slow; ${usualSlowFactor} when left out` }),
});

const usd = () => z.number().positive();

const providerSchema = z.strictObject({
  ttft: distributionSettings
    .refine((settings) => buildDistribution(settings).meanSeconds > 0, {
      error: 'takes no time\nUsers who do not think would ask without end at one instant.\nwrite a time above 0.',
    })
    .meta({ description: 'From the begin of a try to its first token' }),
  tokensPerSecond: tokensSchema.meta({ description: 'Tokens of one answer a second, from the first on' }),
  tokensPerMinute: z.int().min(1).optional().meta({
    description: 'Prompts, and the longest answers they may have; more is answered 429',
  }),
  requestsPerMinute: z.int().min(1).optional(),
  price: z
    .strictObject({
      input: usd(),
      output: usd(),
      cached: usd().optional().meta({
        description: 'Of a prompt what others shared with it within 5 min, from 1,024 tokens on; `input` when left out',
      }),
    })
    .meta({ description: 'USD of a million tokens' }),
  quality: qualitySchema.optional(),
  outages: z.array(outageSchema).default([]),
});

export const providersSchema = z.record(nameSchema, providerSchema).meta({
  description: 'Models that are bought by the token; `ai.routes` name them like services',
});

export type ProviderSettings = z.output<typeof providerSchema>;
export type OutageSettings = ProviderSettings['outages'][number];
