import { z } from 'zod';

const count = z.int().min(0);

/** What a policy decided on one observation: a line of `dryscale decide`. */
export const openLoopDecisionSchema = z.object({
  time: z.number().meta({ description: 'Of the observation, seconds of the run' }),
  service: z.string(),
  desired: count.nullable().meta({ description: 'Rounded up, before min and max; null for no change' }),
  applied: count.nullable().meta({ description: 'Within min..max; null for no change' }),
  result: z
    .enum(['accepted', 'clamped'])
    .optional()
    .meta({ description: 'Whether min or max cut it; left out where nothing was to change' }),
  rule: z.string().optional().meta({ description: 'The part of the algorithm that decided' }),
  reason: z.string().optional().meta({ description: 'The numbers behind it' }),
  weights: z
    .record(z.string(), z.number().min(0))
    .optional()
    .meta({ description: 'Where it would send requests, by service' }),
});

export type OpenLoopDecision = Readonly<z.output<typeof openLoopDecisionSchema>>;
