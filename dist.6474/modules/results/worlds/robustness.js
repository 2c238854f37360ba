import { z } from 'zod';
const share = z.number().min(0).max(1);
/** An input that was drawn: seconds, bytes or the plain number, as `unit` says. */
const inputSchema = z.object({
    path: z.string(),
    unit: z.enum(['s', 'bytes', '']),
    value: z.number(),
    low: z.number(),
    high: z.number(),
    basis: z.string(),
});
const flipsSchema = z.array(z.object({
    path: z.string(),
    at: z.number().nullable(),
    /** On which side of `at` it changes. */
    beyond: z.enum(['above', 'below']).optional(),
    /** Share of the spread of the difference, by ranks, that goes with this input. */
    r2: share,
}));
/** Whether the answer holds where the inputs are other than stated, but within their ranges. */
export const robustnessSchema = z.object({
    /** Worlds that count, of those asked for: some are no valid scenario, and an interruption leaves some out. */
    worlds: z.int().min(0),
    asked: z.int().min(1),
    left_out: z.array(z.object({ what: z.string(), count: z.int().min(1) })).optional(),
    /** The measure that decides among the policies that meet the SLO and the thresholds. */
    goal: z.string(),
    /** Which policy is best at the stated values, and in which share of the worlds; of one policy alone: that meet the limits. */
    winner: z.string().nullable(),
    share: share.nullable(),
    /** The same with as many runs at the stated values: what chance alone changes. */
    control: z.object({ runs: z.int().min(0), share: share.nullable() }),
    /** What the winner is compared with: the best of the others in each world, or, alone, the limits or nothing. */
    against: z.enum(['best other', 'limits', 'nothing']),
    policies: z.array(z.object({
        name: z.string(),
        /** Share of the worlds in which it meets the SLO and the thresholds; null where there are none. */
        meets: share.nullable(),
        wins: share,
        control: z.object({ meets: share.nullable(), wins: share }),
        /** Worlds in which its run failed, and how the first of them did. */
        failed: z.int().min(1).optional(),
        failure: z.string().optional(),
    })),
    inputs: z.array(inputSchema),
    /** Of each input the value beyond which the winner changes, the others as stated; null: not found. */
    flips: flipsSchema,
    /** The same of whether the winner meets the SLO and the thresholds, where it is one of several policies. */
    limit_flips: flipsSchema.optional(),
    /** Assumptions that were not drawn, by the reason. */
    not_drawn: z.object({
        without_range: z.array(z.string()),
        no_number: z.array(z.string()),
        given: z.array(z.string()),
    }),
});
/** The inputs, the one first that moves the difference most: -1..1, above 0 where a larger input favours the winner. */
export const sensitivitySchema = z.array(z.object({ path: z.string(), effect: z.number().nullable() }));
