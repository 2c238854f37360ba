import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distributionSettings } from '../../random/distributions/index.js';
import { ejectionSchema } from './ejectionSettings.js';
import { healthCheckSchema } from './healthCheck.js';

/** What a gateway learns of instances, and when. Times in seconds. */
export const beliefShape = {
  ejection: ejectionSchema.optional(),
  endpointLag: distributionSettings.optional().meta({
    description: 'Until the gateway knows that an instance is ready, drains or is gone; per change; 0s when left out',
  }),
  connectTimeout: durationSchema({ sign: 'positive' }).optional().meta({
    description: 'What a try costs that is sent to a crashed instance; refused at once when left out',
  }),
  healthCheck: healthCheckSchema.optional(),
  panic: z.number().min(0).max(1).optional().meta({
    description:
      'Below this healthy share all ready instances take traffic; 0: never. 0.5 with healthCheck or ejection',
  }),
};
