import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { AliasTable } from '../aliasTable.js';
import { distribution } from '../distribution.js';
import { numberSetting } from '../numberSetting.js';
/** Measured values, drawn as they are. */
export const empirical = distribution({
    name: 'empirical',
    summary: 'Measured values, drawn as they are; weights make some more likely',
    schema: z
        .strictObject({
        values: z
            .array(durationSchema())
            .min(1, 'has no values\nThere would be nothing to draw.\nwrite at least one duration, such as [20ms, 30ms].'),
        weights: z
            .array(numberSetting({
            min: 0,
            why: 'A weight is a share of the draws.',
            description: 'Relative weight of one value',
        }))
            .optional(),
    })
        .check((context) => {
        const { values, weights } = context.value;
        const message = weights === undefined ? undefined : explain(values, weights);
        if (message !== undefined)
            context.issues.push({ code: 'custom', input: weights, path: ['weights'], message });
    }),
    build: ({ values, weights = values.map(() => 1) }) => {
        const table = new AliasTable(weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const sorted = values.map((seconds, index) => ({ seconds, share: weights[index] / total }));
        sorted.sort((a, b) => a.seconds - b.seconds);
        const meanSeconds = sorted.reduce((sum, { seconds, share }) => sum + share * seconds, 0);
        return {
            sample: (stream) => values[table.sample(stream)],
            meanSeconds,
            variance: sorted.reduce((sum, { seconds, share }) => sum + share * (seconds - meanSeconds) ** 2, 0),
            quantile: (probability) => nearestRank(sorted, probability),
        };
    },
    scaled: ({ values, ...rest }, factor) => ({ ...rest, values: values.map((seconds) => seconds * factor) }),
});
function explain(values, weights) {
    if (weights.length !== values.length) {
        return `weights has ${weights.length} entries but values has ${values.length}\nEach weight belongs to the value at its place.\nwrite ${values.length} weights, or leave weights out.`;
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total > 0 && Number.isFinite(total))
        return undefined;
    return `weights sum to ${total}\nThe shares could not be computed.\ngive at least one value a weight > 0.`;
}
/** The smallest value at or below which a share `probability` lies. */
function nearestRank(sorted, probability) {
    let share = 0;
    for (const entry of sorted) {
        share += entry.share;
        // 1e-12: the shares are sums of rounded quotients.
        if (entry.share > 0 && share >= probability - 1e-12)
            return entry.seconds;
    }
    return sorted[sorted.length - 1].seconds;
}
