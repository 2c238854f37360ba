import { z } from 'zod';
import { arrival } from '../arrival.js';
export const poisson = arrival({
    name: 'poisson',
    summary: 'Independent users: exponential gaps',
    schema: z.strictObject({}),
    build: (_settings, stream) => ({
        nextGap: () => stream.exponential(),
        fillGaps: (into) => stream.exponentials(into, 0, into.length),
    }),
});
