import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { gammaDraw } from '../gammaDraw.js';
import { cvMax, numberSetting } from '../numberSetting.js';
/** Gamma by mean and coefficient of variation: shape = 1/cv^2, scale = mean cv^2. */
export const gamma = distribution({
    name: 'gamma',
    summary: 'Gamma, by mean and coefficient of variation',
    schema: z.strictObject({
        mean: durationSchema({ sign: 'positive' }),
        cv: numberSetting({
            above: 0,
            why: 'It is standard deviation over mean; without variation write a constant.',
            max: cvMax,
            description: 'Coefficient of variation: standard deviation / mean',
        }),
    }),
    build: ({ mean, cv }) => {
        // Below a cv of 1e-6 the shape would leave the range in which doubles resolve it; the draws are constant to 6 digits there.
        const shape = 1 / Math.max(cv * cv, 1e-12);
        const scale = mean / shape;
        return {
            sample: (stream) => scale * gammaDraw(stream, shape),
            meanSeconds: mean,
            variance: mean * mean * cv * cv,
        };
    },
    scaled: ({ mean, ...rest }, factor) => ({ ...rest, mean: mean * factor }),
});
