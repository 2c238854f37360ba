import { z } from 'zod';
import { balancer } from '../balancer.js';
import { leastRequests } from './leastRequests.js';

export const weightedLeastRequests = balancer({
  name: 'weighted-least-requests',
  summary: 'The least (load + 1) / weight, as `least-requests` where there are weights',
  actsOn: ['weight', 'slowStart'],
  schema: z.strictObject({}),
  build: leastRequests.build,
});
