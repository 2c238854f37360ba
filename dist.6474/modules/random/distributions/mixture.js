import { z } from 'zod';
import { AliasTable } from '../aliasTable.js';
import { distribution } from '../distribution.js';
import { numberSetting } from '../numberSetting.js';
/** A draw from one of several distributions, chosen by weight. The list of distributions passes itself in, so that no file needs the other. */
export function mixtureOf({ component, build, scaled, }) {
    return distribution({
        name: 'mixture',
        summary: 'A draw from one of several distributions, chosen by weight',
        schema: mixtureSchema(component),
        build: (parts) => {
            const built = parts.map((part) => build(part.distribution));
            const table = new AliasTable(parts.map((part) => part.weight));
            const total = parts.reduce((sum, { weight }) => sum + weight, 0);
            const expected = (value) => parts.reduce((sum, { weight }, index) => (weight === 0 ? sum : sum + (weight / total) * value(built[index])), 0);
            const meanSeconds = expected((part) => part.meanSeconds);
            return {
                sample: (stream) => built[table.sample(stream)].sample(stream),
                meanSeconds,
                variance: expected((part) => part.variance + (part.meanSeconds - meanSeconds) ** 2),
            };
        },
        scaled: (parts, factor) => parts.map((part) => ({ weight: part.weight, distribution: scaled(part.distribution, factor) })),
    });
}
function mixtureSchema(component) {
    const parts = z
        .array(partSchema(component))
        .min(1, 'has no parts\nThere would be nothing to draw from.\nwrite for example [{ weight: 1, exponential: { mean: 1s } }].')
        .check((context) => {
        const total = context.value.reduce((sum, { weight }) => sum + weight, 0);
        if (context.value.length === 0 || (total > 0 && Number.isFinite(total)))
            return;
        const message = `weight: the weights sum to ${total}\nThe shares could not be computed.\ngive at least one part a weight > 0.`;
        context.issues.push({ code: 'custom', input: context.value, message });
    });
    // safe: an input is a weight beside a map that `component` parses, which is what the type says; the loose object hides it.
    return parts;
}
/** `{ weight, <name>: settings }` in the file, `{ weight, distribution }` in the program. */
function partSchema(component) {
    const weight = numberSetting({
        min: 0,
        why: 'A weight is a share of the draws.',
        description: 'Relative weight of this part',
    });
    return z.codec(z.looseObject({ weight }), z.custom(), {
        decode: ({ weight, ...map }, context) => {
            const parsed = component.safeParse(map);
            if (parsed.success)
                return { weight, distribution: parsed.data };
            // safe: an issue of zod is passed on unchanged.
            for (const issue of parsed.error.issues)
                context.issues.push(issue);
            return z.NEVER;
        },
        encode: (part) => {
            const map = z.encode(component, part.distribution);
            // A shorthand has no key to stand beside the weight, and the schema never encodes to one.
            return typeof map === 'string' ? { weight: part.weight, constant: map } : { weight: part.weight, ...map };
        },
    });
}
