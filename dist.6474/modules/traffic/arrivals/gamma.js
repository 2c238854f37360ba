import { z } from 'zod';
import { buildDistribution } from '../../random/distributions/index.js';
import { arrival } from '../arrival.js';
export const gamma = arrival({
    name: 'gamma',
    summary: 'Gamma gaps: burstier than Poisson above cv 1, more regular below',
    schema: z.strictObject({ cv: z.number().positive().max(1e3) }),
    build: ({ cv }, stream) => {
        const gaps = buildDistribution({ variant: 'gamma', settings: { mean: 1, cv } });
        return { nextGap: () => gaps.sample(stream) };
    },
});
