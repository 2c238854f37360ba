import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { metricNames } from './metrics.js';
const ratio = z.number().min(0).max(1);
/** Keys of one path of metrics. What is left out comes from the candidate's platform, else from `feed.ts`. */
const pathShape = {
    scrape: durationSchema({ sign: 'positive' }).optional().meta({ description: 'Time between two collections' }),
    window: durationSchema({ sign: 'positive' }).optional().meta({ description: 'Span that rates and latencies cover' }),
    delay: durationSchema().optional().meta({ description: 'From the collection until it can be seen' }),
    staleAfter: durationSchema()
        .optional()
        .meta({ description: 'How long a value is still shown when the next one is overdue' }),
};
/**
 * How metrics reach a policy: collected every `scrape` over `window`, shown `delay` later, lost with probability `loss`. Seconds.
 *
 * No key has a default here: whether the scenario said it decides between the scenario and the platform.
 */
export const telemetrySchema = z
    .strictObject({
    ...pathShape,
    loss: ratio.default(0),
    phase: durationSchema()
        .optional()
        .meta({ description: 'Offset of the scrapes; drawn once per replication when left out' }),
    metrics: z.partialRecord(z.enum(metricNames), z.strictObject({ ...pathShape, loss: ratio.optional() })).default({}),
})
    .prefault({});
