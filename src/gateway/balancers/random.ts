import { z } from 'zod';
import { balancer } from '../balancer.js';

export const random = balancer({
  name: 'random',
  summary: 'Any eligible instance, equally likely',
  schema: z.strictObject({}),
  build: () => {
    throw new Error('written next');
  },
});
