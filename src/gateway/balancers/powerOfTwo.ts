import { z } from 'zod';
import { balancer } from '../balancer.js';

export const powerOfTwo = balancer({
  name: 'power-of-two',
  summary: 'Two distinct instances at random, the lesser loaded',
  schema: z.strictObject({}),
  build: () => {
    throw new Error('written next');
  },
});
