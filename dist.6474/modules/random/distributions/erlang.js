import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { gammaDraw } from '../gammaDraw.js';
/** Up to here summing exponentials takes no longer than one gamma draw: 39 ns each at three phases (Node 20). */
const phaseCountSummed = 3;
/** Sum of k equal exponentials. */
export const erlang = distribution({
    name: 'erlang',
    summary: 'Sum of k equal exponentials: varies less the larger k is',
    schema: z.strictObject({
        mean: durationSchema({ sign: 'positive' }),
        k: z
            .number()
            .refine((value) => Number.isSafeInteger(value) && value >= 1, {
            error: (issue) => `is ${issue.input}, but must be a whole number >= 1\nIt counts the exponentials that are summed.\nwrite a whole number >= 1; for a fraction use gamma.`,
        })
            .meta({ description: 'How many exponentials are summed; whole, >= 1', type: 'integer', minimum: 1 }),
    }),
    build: ({ mean, k }) => {
        const phaseMean = mean / k;
        return {
            sample: (stream) => {
                if (k > phaseCountSummed)
                    return phaseMean * gammaDraw(stream, k);
                let sum = 0;
                for (let phase = 0; phase < k; phase++)
                    sum += stream.exponential();
                return phaseMean * sum;
            },
            meanSeconds: mean,
            variance: (mean * mean) / k,
        };
    },
    scaled: ({ mean, ...rest }, factor) => ({ ...rest, mean: mean * factor }),
});
