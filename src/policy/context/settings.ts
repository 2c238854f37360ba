import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { contextMap, contextSchema } from './context.js';

/** What a scenario says of the context. */
export const contextSettingsSchema = z.strictObject({
  inline: contextSchema
    .default({})
    .meta({ description: 'What policies see as `observation.context` from the begin on' }),
  timeline: z
    .array(
      z.strictObject({
        at: durationSchema(),
        set: contextMap.meta({ description: 'Values by their path: `model.version: "2026-11"`' }),
      }),
    )
    .default([])
    .meta({ description: 'What changes during the run' }),
});

export type ContextSettings = z.output<typeof contextSettingsSchema>;
