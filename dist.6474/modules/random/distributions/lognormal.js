import { z } from 'zod';
import { durationSchema, formatDuration } from '../../base/duration.js';
import { distribution } from '../distribution.js';
import { normalQuantile } from '../normalQuantile.js';
import { cvMax, numberSetting } from '../numberSetting.js';
/** The pairs of keys that fix a lognormal law. */
const forms = [
    ['mean', 'cv'],
    ['median', 'p95'],
    ['median', 'p99'],
    ['mu', 'sigma'],
];
const keys = z.strictObject({
    mean: durationSchema({ sign: 'positive' }).optional(),
    cv: numberSetting({
        min: 0,
        why: 'It is standard deviation over mean.',
        max: cvMax,
        description: 'Coefficient of variation: standard deviation / mean',
    }).optional(),
    median: durationSchema({ sign: 'positive' }).optional(),
    p95: durationSchema({ sign: 'positive' }).optional(),
    p99: durationSchema({ sign: 'positive' }).optional(),
    mu: z.number().optional().meta({ description: 'Mean of the logarithm of the seconds' }),
    sigma: numberSetting({
        min: 0,
        why: 'It is the standard deviation of the logarithm.',
        description: 'Standard deviation of the logarithm of the seconds',
    }).optional(),
});
const checked = keys
    .check((context) => {
    const issue = explain(context.value);
    if (issue !== undefined)
        context.issues.push({ code: 'custom', input: context.value, ...issue });
})
    // The keys again: strict validators refuse a required key that is not defined beside it.
    .meta({
    oneOf: forms.map((required) => ({ required, properties: Object.fromEntries(required.map((key) => [key, true])) })),
});
// safe: the check lets exactly the pairs of `forms` through, which are the members of the two unions.
const schema = checked;
/** The logarithm is normal: durations of people and programs alike. */
export const lognormal = distribution({
    name: 'lognormal',
    summary: 'The logarithm is normal, by mean and cv, median and p95 or p99, or mu and sigma',
    schema,
    build: (settings) => {
        const { mu, sigma } = parameters(settings);
        const meanSeconds = 'mean' in settings ? settings.mean : Math.exp(mu + (sigma * sigma) / 2);
        return {
            sample: (stream) => Math.exp(mu + sigma * stream.normal()),
            fill: (stream, into, from, to) => {
                stream.normals(into, from, to);
                for (let index = from; index < to; index++)
                    into[index] = Math.exp(mu + sigma * into[index]);
            },
            meanSeconds,
            variance: Math.expm1(sigma * sigma) * meanSeconds * meanSeconds,
            // Without variation sigma x Infinity would be NaN at probability 0 and 1.
            quantile: (probability) => Math.exp(sigma === 0 ? mu : mu + sigma * normalQuantile(probability)),
        };
    },
    scaled: (settings, factor) => {
        if ('mu' in settings)
            return { ...settings, mu: settings.mu + Math.log(factor) };
        if ('mean' in settings)
            return { ...settings, mean: settings.mean * factor };
        const median = settings.median * factor;
        return 'p95' in settings ? { median, p95: settings.p95 * factor } : { median, p99: settings.p99 * factor };
    },
});
/** Mean and standard deviation of the logarithm of the seconds. */
function parameters(settings) {
    if ('mu' in settings)
        return settings;
    if ('mean' in settings) {
        const variance = Math.log1p(settings.cv * settings.cv);
        return { mu: Math.log(settings.mean) - variance / 2, sigma: Math.sqrt(variance) };
    }
    const [upper, share] = 'p95' in settings ? [settings.p95, 0.95] : [settings.p99, 0.99];
    return { mu: Math.log(settings.median), sigma: Math.log(upper / settings.median) / normalQuantile(share) };
}
function explain(value) {
    const given = Object.entries(value).flatMap(([key, setting]) => (setting === undefined ? [] : [key]));
    const form = forms.find((pair) => given.length === pair.length && pair.every((key) => given.includes(key)));
    if (form === undefined) {
        const shown = given.length === 0 ? 'no keys' : given.join(', ');
        const choices = forms.map((pair) => `{${pair.join(', ')}}`).join(', ');
        return {
            path: [],
            message: `has ${shown}, which do not fix a lognormal law\nIt takes exactly one pair of keys.\nwrite one of ${choices}.`,
        };
    }
    const { median, mu, sigma } = value;
    for (const key of ['p95', 'p99']) {
        const upper = value[key];
        if (median === undefined || upper === undefined || upper >= median)
            continue;
        const message = `${key} is ${formatDuration(upper)} but median is ${formatDuration(median)}\nMost values lie below the ${key}, only half below the median.\nraise ${key} to ${formatDuration(median)} or more.`;
        return { path: [key], message };
    }
    if (mu !== undefined && sigma !== undefined && !Number.isFinite(Math.exp(mu + (sigma * sigma) / 2))) {
        const message = `mu ${mu} and sigma ${sigma} make the mean infinite\nBoth are of the logarithm of the SECONDS: mu 0 is a median of 1 s.\nlower mu or sigma.`;
        return { path: ['mu'], message };
    }
    return undefined;
}
