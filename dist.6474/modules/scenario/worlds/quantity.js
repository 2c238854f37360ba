import { z } from 'zod';
import { formatDuration, parseDuration } from '../../base/duration.js';
import { formatSize, parseSize } from '../../base/quantity.js';
import { distributionSettings, scaledDistribution, typicalSecondsOf, } from '../../random/distributions/index.js';
/** The number that a value of a scenario is, or that stands for the distribution it is; undefined for all else. */
export function quantityOf(value) {
    if (typeof value === 'number')
        return { amount: value, unit: '', written: (amount) => amount };
    if (typeof value === 'string')
        return ofText(value);
    const law = distributionSettings.safeParse(value);
    return law.success && typeof value === 'object' ? ofDistribution(law.data) : undefined;
}
function ofText(text) {
    const seconds = parseDuration(text);
    if (seconds !== undefined)
        return { amount: seconds, unit: 's', written: formatDuration };
    const bytes = parseSize(text);
    return bytes === undefined ? undefined : { amount: bytes, unit: 'bytes', written: formatSize };
}
function ofDistribution(law) {
    const amount = typicalSecondsOf(law);
    return {
        amount,
        unit: 's',
        written: (seconds) => {
            // What is always 0 has no shape that could be kept.
            const isScaled = amount > 0 && seconds > 0;
            return isScaled
                ? z.encode(distributionSettings, scaledDistribution(law, seconds / amount))
                : formatDuration(seconds);
        },
    };
}
