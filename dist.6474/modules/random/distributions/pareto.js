import { z } from 'zod';
import { durationSchema, formatDuration } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { numberSetting } from '../numberSetting.js';
/** Power law from `min` on, cut at `max` (the part beyond is spread over the rest, as in the bounded Pareto law). */
export const pareto = distribution({
    name: 'pareto',
    summary: 'Power law: a few very large values; bounded by max',
    schema: z
        .strictObject({
        min: durationSchema({ sign: 'positive' }),
        alpha: numberSetting({
            above: 0,
            why: 'Only a positive exponent makes the tail fall.',
            description: 'Exponent of the tail: P(X > x) = (min/x)^alpha; without max it must be > 1',
        }),
        max: durationSchema({ sign: 'positive' }).optional(),
    })
        .check((context) => {
        const message = explain(context.value);
        if (message === undefined)
            return;
        const path = [context.value.max === undefined ? 'alpha' : 'min'];
        context.issues.push({ code: 'custom', input: context.value, path, message });
    }),
    build: (settings) => {
        const { min, alpha, max } = settings;
        const meanSeconds = moment(settings, 1);
        const variance = Math.max(0, moment(settings, 2) - meanSeconds * meanSeconds);
        if (max === undefined) {
            const quantile = (probability) => min * Math.exp(-Math.log1p(-probability) / alpha);
            return { sample: (stream) => min * Math.exp(stream.exponential() / alpha), meanSeconds, variance, quantile };
        }
        const insideShare = -Math.expm1(-alpha * Math.log(max / min));
        const quantile = (probability) => Math.min(max, min * Math.exp(-Math.log1p(-probability * insideShare) / alpha));
        return { sample: (stream) => quantile(stream.uniform()), meanSeconds, variance, quantile };
    },
    scaled: ({ min, max, ...rest }, factor) => ({
        ...rest,
        min: min * factor,
        ...(max === undefined ? {} : { max: max * factor }),
    }),
});
function explain({ min, alpha, max }) {
    if (max !== undefined && min >= max) {
        return `min is ${formatDuration(min)} but max is ${formatDuration(max)}\nNo value could lie between them.\nlower min, or raise max above ${formatDuration(min)}.`;
    }
    if (max === undefined && alpha <= 1) {
        return `alpha is ${alpha} without a max, which makes the mean infinite\nEverything averaged over the run would be infinite too.\nwrite an alpha > 1, or bound the law with max.`;
    }
    return undefined;
}
/**
 * E[X^power]; Infinity where the tail is too heavy.
 *
 * With y = ln(x/min) the law is exponential, so the moment is an integral of e^((power - alpha) y), exact also at power = alpha.
 */
function moment({ min, alpha, max }, power) {
    const scale = Math.exp(power * Math.log(min));
    if (max === undefined)
        return alpha > power ? (scale * alpha) / (alpha - power) : Infinity;
    const logSpan = Math.log(max / min);
    const excess = power - alpha;
    const integral = excess === 0 ? logSpan : Math.expm1(excess * logSpan) / excess;
    return (scale * alpha * integral) / -Math.expm1(-alpha * logSpan);
}
