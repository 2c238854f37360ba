import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { metricNames } from './metrics.js';

const ratio = z.number().min(0).max(1);

const pipelineOverride = z.strictObject({
  scrape: durationSchema({ sign: 'positive' }).optional(),
  window: durationSchema({ sign: 'positive' }).optional(),
  delay: durationSchema().optional(),
  loss: ratio.optional(),
});

/** How metrics reach a policy: collected every `scrape` over `window`, shown `delay` later, lost with probability `loss`. Seconds. */
export const telemetrySchema = z
  .strictObject({
    scrape: durationSchema({ sign: 'positive' }).prefault('15s'),
    window: durationSchema({ sign: 'positive' }).prefault('60s'),
    delay: durationSchema().prefault('0s'),
    loss: ratio.default(0),
    phase: durationSchema()
      .optional()
      .meta({ description: 'Offset of the scrapes; drawn once per replication when left out' }),
    metrics: z.partialRecord(z.enum(metricNames), pipelineOverride).default({}),
  })
  .prefault({});

export type TelemetrySettings = z.output<typeof telemetrySchema>;
