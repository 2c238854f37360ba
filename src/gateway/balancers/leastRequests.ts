import { z } from 'zod';
import { balancer } from '../balancer.js';

export const leastRequests = balancer({
  name: 'least-requests',
  summary: 'The least loaded; ties to the one picked longest ago',
  schema: z.strictObject({}),
  build: () => {
    throw new Error('written next');
  },
});
