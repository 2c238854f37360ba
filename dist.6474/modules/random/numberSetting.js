import { z } from 'zod';
/** Largest coefficient of variation taken: beyond it the shapes derived from its square leave the range of doubles. */
export const cvMax = 1e6;
/** Schema of a bounded number in a distribution's settings; its message says the bound in three lines. */
export function numberSetting(options) {
    const lowBound = 'min' in options ? `>= ${options.min}` : `> ${options.above}`;
    const bound = options.max === undefined ? lowBound : `${lowBound} and <= ${options.max}`;
    const error = (issue) => `is ${String(issue.input)}, but must be ${bound}\n${options.why}\nwrite a number ${bound}.`;
    const low = 'min' in options ? z.number().min(options.min, { error }) : z.number().gt(options.above, { error });
    const schema = options.max === undefined ? low : low.max(options.max, { error });
    return schema.meta({ description: options.description });
}
