import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { logGamma } from '../logGamma.js';
import { numberSetting } from '../numberSetting.js';
/** Weibull: the tail is heavier than an exponential's for shape < 1, lighter for shape > 1. */
export const weibull = distribution({
    name: 'weibull',
    summary: 'Weibull: shape below 1 has a heavy tail, 1 is exponential',
    schema: z
        .strictObject({
        scale: durationSchema({ sign: 'positive' }),
        shape: numberSetting({
            above: 0,
            why: 'Only a positive exponent makes the tail fall.',
            description: 'Exponent of the tail: 1 is exponential, smaller is heavier',
        }),
    })
        .check((context) => {
        const { scale, shape } = context.value;
        if (Number.isFinite(moment({ scale, shape, power: 1 })))
            return;
        context.issues.push({
            code: 'custom',
            input: context.value,
            path: ['shape'],
            message: `shape is ${shape}, which makes the mean infinite\nEverything averaged over the run would be infinite too.\nraise shape, to 0.1 or more.`,
        });
    }),
    build: ({ scale, shape }) => {
        const meanSeconds = moment({ scale, shape, power: 1 });
        return {
            sample: (stream) => scale * Math.exp(Math.log(stream.exponential()) / shape),
            meanSeconds,
            variance: Math.max(0, moment({ scale, shape, power: 2 }) - meanSeconds * meanSeconds),
            quantile: (probability) => scale * Math.exp(Math.log(-Math.log1p(-probability)) / shape),
        };
    },
    scaled: ({ scale, ...rest }, factor) => ({ ...rest, scale: scale * factor }),
});
/** E[X^power] = scale^power x Gamma(1 + power/shape). */
function moment({ scale, shape, power, }) {
    return Math.exp(power * Math.log(scale) + logGamma(1 + power / shape));
}
