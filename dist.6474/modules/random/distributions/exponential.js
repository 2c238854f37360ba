import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
/** The memoryless law. */
export const exponential = distribution({
    name: 'exponential',
    summary: 'Memoryless: independent of how long it has lasted already',
    schema: z.strictObject({ mean: durationSchema({ sign: 'positive' }) }),
    build: ({ mean }) => ({
        sample: (stream) => mean * stream.exponential(),
        fill: (stream, into, from, to) => {
            stream.exponentials(into, from, to);
            for (let index = from; index < to; index++)
                into[index] *= mean;
        },
        meanSeconds: mean,
        variance: mean * mean,
        quantile: (probability) => -mean * Math.log1p(-probability),
    }),
    scaled: ({ mean, ...rest }, factor) => ({ ...rest, mean: mean * factor }),
});
