import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { balancerSettings } from './balancers/index.js';
import { beliefShape } from './belief/settings.js';
import { admissionSettings } from './guards/admissions/index.js';
import { circuitBreakerSchema } from './guards/circuitBreaker.js';
import { rateLimitSchema } from './guards/rateLimit.js';
import { hedgingSchema } from './hedging/hedgingSettings.js';
import { retriesSchema } from './retrySettings.js';

/** The keys of the gateway section. Times in seconds. */
export const gatewayShape = {
  balancer: balancerSettings.prefault('round-robin'),
  slowStart: z
    .strictObject({
      for: durationSchema({ sign: 'positive' }).prefault('60s'),
      minWeight: z.number().gt(0).max(1).default(0.1),
      aggression: z.number().positive().default(1),
    })
    .optional()
    .meta({
      description:
        'An instance that comes into rotation weighs max(minWeight, (t / for)^(1 / aggression)) of its weight',
    }),
  queue: z
    .strictObject({
      limit: z.int().min(0).optional().meta({ description: 'Most waiting requests; unlimited when left out' }),
      timeout: durationSchema({ sign: 'positive' })
        .optional()
        .meta({ description: 'Longest wait; none when left out' }),
      discipline: z.enum(['fifo', 'priority']).default('fifo'),
    })
    .optional()
    .meta({ description: 'One central queue per service, instead of a queue at each instance' }),
  timeout: durationSchema({ sign: 'positive' })
    .optional()
    .meta({ description: 'One try; the instance does not notice' }),
  totalTimeout: durationSchema({ sign: 'positive' }).optional().meta({ description: 'The request, all tries' }),
  retries: retriesSchema.optional(),
  hedging: hedgingSchema.optional(),
  rateLimit: rateLimitSchema.optional(),
  circuitBreaker: circuitBreakerSchema.optional(),
  admission: admissionSettings
    .optional()
    .meta({ description: 'Sheds requests before they fail anyway; shed is rejected' }),
  rejectLatency: durationSchema({ sign: 'positive' })
    .prefault('1ms')
    .meta({ description: 'A request refused at once answers after this' }),
  ...beliefShape,
};

/** The entrance of all services: balancing, queueing and how fast it refuses. */
export const gatewaySchema = z.strictObject(gatewayShape).prefault({});

export type GatewaySettings = z.output<typeof gatewaySchema>;
