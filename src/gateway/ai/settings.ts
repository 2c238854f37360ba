import { z } from 'zod';
import { gpuBudgetShape } from '../../fleet/gpuBudgetSettings.js';
import { consumersShape } from './consumers/settings.js';
import { pickerSchema } from './picker/settings.js';
import { providersSchema } from './providers/settings.js';
import { gradingSchema } from './quality/settings.js';
import { routesSchema } from './routes/settings.js';

/** The `ai` section: what the gateway knows beyond requests. */
export const aiSchema = z.strictObject({
  ...consumersShape,
  picker: pickerSchema.optional(),
  routes: routesSchema.optional(),
  grading: gradingSchema.optional(),
  providers: providersSchema.optional(),
  ...gpuBudgetShape,
});

export type AiSettings = z.output<typeof aiSchema>;
