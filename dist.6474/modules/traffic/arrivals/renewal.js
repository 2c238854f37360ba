import { z } from 'zod';
import { buildDistribution, distributionSettings } from '../../random/distributions/index.js';
import { arrival } from '../arrival.js';
export const renewal = arrival({
    name: 'renewal',
    summary: 'Independent gaps of any distribution; its mean is scaled to the rate, its shape stays',
    schema: z.strictObject({
        gaps: distributionSettings.refine((settings) => buildDistribution(settings).meanSeconds > 0, {
            error: 'has a mean of 0, so it cannot be scaled to a rate',
        }),
    }),
    build: ({ gaps }, stream) => {
        const law = buildDistribution(gaps);
        const scale = 1 / law.meanSeconds;
        return { nextGap: () => law.sample(stream) * scale };
    },
});
