import { z } from 'zod';
import { speed } from '../speed.js';
/**
 * Universal Scalability Law: n / (1 + contention (n - 1) + coherency n (n - 1)).
 *
 * @see Gunther, "Guerrilla Capacity Planning" (2007), chapter 4
 */
export const usl = speed({
    name: 'usl',
    summary: 'Universal Scalability Law with contention and coherency',
    schema: z.strictObject({ contention: z.number().min(0).max(1), coherency: z.number().min(0).max(1).default(0) }),
    build: ({ contention, coherency }) => ({
        at: (running) => running / (1 + contention * (running - 1) + coherency * running * (running - 1)),
    }),
});
