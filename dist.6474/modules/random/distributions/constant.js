import { durationSchema } from '../../base/duration.js';
import { distribution } from '../distribution.js';
/** Always the same value; consumes no random numbers. */
export const constant = distribution({
    name: 'constant',
    summary: 'Always the same duration',
    schema: durationSchema(),
    build: (seconds) => ({ sample: () => seconds, meanSeconds: seconds, variance: 0, quantile: () => seconds }),
    scaled: (seconds, factor) => seconds * factor,
});
