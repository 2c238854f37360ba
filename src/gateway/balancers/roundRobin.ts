import { z } from 'zod';
import { balancer } from '../balancer.js';

export const roundRobin = balancer({
  name: 'round-robin',
  summary: 'Each eligible instance in turn',
  schema: z.strictObject({}),
  build: () => {
    throw new Error('written next');
  },
});
