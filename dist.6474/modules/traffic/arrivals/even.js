import { z } from 'zod';
import { arrival } from '../arrival.js';
export const even = arrival({
    name: 'even',
    summary: 'Evenly spaced, as k6 does: an arrival whenever the rate has integrated to one more',
    schema: z.strictObject({}),
    build: () => ({ nextGap: () => 1 }),
});
