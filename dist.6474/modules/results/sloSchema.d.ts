import { z } from 'zod';
/** How one policy stands to the scenario's SLO. */
export declare const sloResultSchema: z.ZodObject<{
    met: z.ZodBoolean;
    good_share: z.ZodNullable<z.ZodNumber>;
    runs_met: z.ZodInt;
    runs: z.ZodInt;
    runs_empty: z.ZodOptional<z.ZodInt>;
    gate: z.ZodBoolean;
    reason: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
export type SloResult = z.output<typeof sloResultSchema>;
