import { z } from 'zod';

/** GPUs that all fleets share, and whose need goes before. */
export const gpuBudgetShape = {
  gpuBudget: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'GPUs of all services together; when they want more, they get them by `importance`' }),
  importance: z
    .record(z.string(), z.number().positive())
    .optional()
    .meta({ description: 'By service: how much its unmet need counts; 1 when left out' }),
};
