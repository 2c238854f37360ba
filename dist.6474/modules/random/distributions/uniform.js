import { z } from 'zod';
import { durationSchema, formatDuration } from '../../base/duration.js';
import { distribution } from '../distribution.js';
/** Every value between two bounds is equally likely. */
export const uniform = distribution({
    name: 'uniform',
    summary: 'Equally likely everywhere between min and max',
    schema: z.strictObject({ min: durationSchema(), max: durationSchema() }).check((context) => {
        const { min, max } = context.value;
        if (min <= max)
            return;
        context.issues.push({
            code: 'custom',
            input: context.value,
            path: ['min'],
            message: `min is ${formatDuration(min)} but max is ${formatDuration(max)}\nNo value could lie between them.\nlower min to ${formatDuration(max)} or less, or raise max.`,
        });
    }),
    build: ({ min, max }) => {
        const span = max - min;
        return {
            sample: (stream) => min + span * stream.uniform(),
            meanSeconds: min + span / 2,
            variance: (span * span) / 12,
            quantile: (probability) => min + span * probability,
        };
    },
    scaled: ({ min, max }, factor) => ({ min: min * factor, max: max * factor }),
});
