import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';

/** Who looks at answers afterwards, a person or a model. */
export const gradingSchema = z
  .strictObject({
    share: z.number().positive().max(1).default(0.1).meta({ description: 'Of the answers' }),
    delay: durationSchema().prefault('60s').meta({ description: 'From the answer to its grade' }),
  })
  .meta({ description: 'Answers that are graded right or wrong: what policies and rollouts know of quality' });

export type GradingSettings = z.output<typeof gradingSchema>;
