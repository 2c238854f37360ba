import { invariant } from '../base/invariant.js';
import { normalQuantile } from '../random/normalQuantile.js';
/**
 * Where the true share lies when `hitCount` of `runCount` independent runs had something: Wilson's score interval.
 *
 * Only for counts of runs. Requests of one run are no independent trials.
 * @param runCount > 0
 * @see Wilson (1927); Brown, Cai and DasGupta (2001)
 */
export function wilsonInterval({ hitCount, runCount }, confidence = 0.95) {
    invariant(runCount > 0 && hitCount >= 0 && hitCount <= runCount, `${hitCount} of ${runCount} runs`);
    const z = normalQuantile((1 + confidence) / 2);
    const share = hitCount / runCount;
    const centre = share + z ** 2 / (2 * runCount);
    const reach = z * Math.sqrt((share * (1 - share)) / runCount + (z / (2 * runCount)) ** 2);
    const scale = 1 + z ** 2 / runCount;
    // At the ends the formula gives 0 and 1 up to rounding.
    return {
        low: hitCount === 0 ? 0 : Math.max(0, (centre - reach) / scale),
        high: hitCount === runCount ? 1 : Math.min(1, (centre + reach) / scale),
    };
}
