import { z } from 'zod';
import { durationSchema } from '../base/duration.js';
import { distributionSettings } from '../random/distributions/index.js';
import { arrivalSettings } from './arrivals/index.js';
/** What every source may say; k6's own fields without effect are accepted, so that its scenarios can be pasted. */
const commonShape = {
    startTime: durationSchema().prefault('0s'),
    request: z.string().optional().meta({ description: 'Request class; may be left out when there is only one' }),
    exec: z.string().optional(),
    env: z.record(z.string(), z.string()).optional(),
    tags: z.record(z.string(), z.string()).optional(),
    gracefulStop: durationSchema().optional().meta({ description: 'Accepted without effect' }),
};
/** Fields of sources whose arrivals do not wait for answers. */
export const openShape = { ...commonShape, arrivals: arrivalSettings.prefault('poisson') };
/** Fields of sources of virtual users. */
export const closedShape = {
    ...commonShape,
    think: distributionSettings.prefault('0s').meta({ description: 'From the answer to the next request' }),
};
/** Types an executor. */
export function sourceVariant(variant) {
    return variant;
}
/** k6's whole numbers: VUs and iterations. */
export const count = (minimum) => z.int().min(minimum);
/** A number of users times a factor: whole, and never none where there was one. */
export function scaledCount(users, factor) {
    return users === 0 ? 0 : Math.max(1, Math.round(users * factor));
}
/** k6's shortest duration of an executor. */
export const atLeastOneSecond = () => durationSchema({ sign: 'positive' }).refine((seconds) => seconds >= 1, {
    message: 'is shorter than 1s\nk6 refuses a shorter executor.\nwrite 1s or more.',
});
