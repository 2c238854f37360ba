import { z } from 'zod';
import { balancer } from '../balancer.js';
import { PowerOfK } from '../powerOfK.js';

/** @see Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001); Envoy's `choice_count` */
export const powerOfK = balancer({
  name: 'power-of-k',
  summary: 'k distinct instances at random, the least loaded; the first drawn on a tie. With k = 2 `power-of-two`',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({
    k: z.int().min(1).max(100).meta({ description: 'Instances looked at, or all where there are fewer' }),
  }),
  build: ({ k }, context) => new PowerOfK(context, k),
});
