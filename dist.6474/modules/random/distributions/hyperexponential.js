import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { cvMax, numberSetting } from '../numberSetting.js';
/**
 * Two exponentials with balanced means: both branches contribute the same share of the mean.
 *
 * @see Allen, "Probability, Statistics, and Queueing Theory" (1990), section 3.2.9
 */
export const hyperexponential = distribution({
    name: 'hyperexponential',
    summary: 'Two exponentials with balanced means, for a coefficient of variation of 1 or more',
    schema: z.strictObject({
        mean: durationSchema({ sign: 'positive' }),
        cv: numberSetting({
            min: 1,
            why: 'A mixture of exponentials varies at least as much as one exponential, whose cv is 1.',
            max: cvMax,
            description: 'Coefficient of variation: standard deviation / mean',
        }),
    }),
    build: ({ mean, cv }) => {
        const gap = 2 / (cv * cv + 1);
        const root = Math.sqrt(1 - gap);
        // 1 - root without cancellation, which would make the long branch vanish at a large cv.
        const longShare = gap / (1 + root) / 2;
        const longMean = mean / (2 * longShare);
        const shortMean = mean / (1 + root);
        return {
            sample: (stream) => (stream.uniform() < longShare ? longMean : shortMean) * stream.exponential(),
            meanSeconds: mean,
            variance: mean * mean * cv * cv,
        };
    },
    scaled: ({ mean, ...rest }, factor) => ({ ...rest, mean: mean * factor }),
});
