import { z } from 'zod';
import { sizeSchema } from '../base/quantity.js';
import { distributionSettings } from '../random/distributions/index.js';
import { consumerSchema } from './consumer.js';
import { difficultySchema } from './difficulty.js';
import { prefixSchema } from './prefix.js';
import { agentSchema, sessionSchema } from './sessions/settings.js';
import { tokensShape } from './tokens.js';

/** What one request of a class needs. Demands and patience in seconds, sizes in bytes. */
export const requestClassSchema = z.strictObject({
  route: z
    .union([z.string(), z.record(z.string(), z.number().min(0))])
    .meta({ description: 'A service, or weights such as { web: 0.9, canary: 0.1 }' }),
  cpu: distributionSettings.optional().meta({ description: 'CPU time on one vCPU' }),
  io: distributionSettings.optional().meta({ description: 'Then time off the CPU, holding its slot' }),
  ...tokensShape,
  prefix: prefixSchema.optional().meta({
    description: 'With promptTokens: beginnings that prompts share, which a model server finds in its prefix cache',
  }),
  difficulty: difficultySchema.optional(),
  session: sessionSchema.optional(),
  agent: agentSchema.optional(),
  consumer: consumerSchema.optional(),
  memory: sizeSchema().prefault('0B'),
  requestBytes: sizeSchema().prefault('0B'),
  responseBytes: sizeSchema().prefault('0B'),
  priority: z.int().optional().meta({
    description: 'Higher first, where a queue is by priority; of its tier, else its consumer, else 0 when left out',
  }),
  tier: z.string().optional().meta({ description: 'How much it matters: one of ai.tiers' }),
  patience: distributionSettings
    .optional()
    .meta({ description: 'Longest wait from the intended arrival, across attempts; none when left out' }),
  errorRate: z.number().min(0).max(1).default(0),
});

export type RequestClassSettings = z.output<typeof requestClassSchema>;
