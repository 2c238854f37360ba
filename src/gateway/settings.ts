import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { balancerSettings } from './balancers/index.js';

/** The entrance of all services: balancing, queueing and how fast it refuses. Times in seconds. */
export const gatewaySchema = z
  .strictObject({
    balancer: balancerSettings.prefault('round-robin'),
    queue: z
      .strictObject({
        limit: z.int().min(0).optional().meta({ description: 'Waiting requests at most; unlimited when left out' }),
        timeout: durationSchema({ sign: 'positive' })
          .optional()
          .meta({ description: 'Longest wait; none when left out' }),
        discipline: z.enum(['fifo', 'priority']).default('fifo'),
      })
      .optional()
      .meta({ description: 'One central queue per service, instead of a queue at each instance' }),
    rejectLatency: durationSchema({ sign: 'positive' })
      .prefault('1ms')
      .meta({ description: 'A request refused at once answers after this' }),
  })
  .prefault({});

export type GatewaySettings = z.output<typeof gatewaySchema>;
