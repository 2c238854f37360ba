import { z } from 'zod';
import { durationSchema } from '../../../base/duration.js';

const weight = (description: string) => z.number().min(0).default(0).meta({ description });

/** What a picker of model servers goes by, and how old that is. Seconds. */
export const pickerSchema = z
  .strictObject({
    scorers: z
      .strictObject({
        queue: weight('Few prompts that wait inside, among those that may be picked'),
        prefix: weight("The share of the prompt's prefix that the server has"),
        kv: weight('Free KV memory'),
      })
      .refine(
        ({ queue, prefix, kv }) => queue + prefix + kv !== 0,
        'has no weight above 0\nEvery server would score 0.\nwrite for example { queue: 2, prefix: 3, kv: 1 }.',
      ),
    refresh: durationSchema({ sign: 'positive' })
      .prefault('100ms')
      .meta({ description: 'Queues and memory are known as of the last multiple of it; prefixes are as they are' }),
  })
  .meta({ description: 'Which server gets a request of a model service: the highest sum of weight x score' });

export type PickerSettings = z.output<typeof pickerSchema>;
