import { z } from 'zod';
/** What a limit says when it is crossed: `error` ends the command with 99, `warn` only says so. */
export const regressionLevels = ['error', 'warn'];
/**
 * - `kept`: within the limit
 * - `unclear`: the mean is beyond the limit, but chance between runs could have done that
 * - `regressed`: beyond the limit, chance or not
 * - `no data`: nothing to judge by; fails unless empty thresholds are allowed
 */
const regressionOutcomes = ['kept', 'unclear', 'regressed', 'no data'];
/** One measure of one policy against its limit. */
const regressionSchema = z.object({
    policy: z.string(),
    measure: z.string(),
    /** Means; null where a side has none. */
    baseline: z.number().nullable(),
    value: z.number().nullable(),
    /**
     * How much worse than the baseline, with its 99 % interval: a share of the baseline's mean for a relative limit, else in the
     * measure's unit. Negative is better.
     */
    regression: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    limit: z.number(),
    limit_kind: z.enum(['relative', 'absolute']),
    level: z.enum(regressionLevels),
    /** Whether run by run on the same random numbers. */
    paired: z.boolean(),
    outcome: z.enum(regressionOutcomes),
    ok: z.boolean(),
    reason: z.string().optional(),
    /** What it is compared with, where that is no baseline file: the policy of a revision, `hpa@main`. */
    against: z.string().optional(),
});
/** A policy's measures that moved since the baseline, shown by the runs. */
const movedSchema = z.object({
    policy: z.string(),
    measure: z.string(),
    baseline: z.number().nullable(),
    value: z.number().nullable(),
    verdict: z.enum(['better', 'worse']),
});
/** How a scenario's policies stand against an earlier report. */
export const baselineResultSchema = z.object({
    /** Of the program that made the baseline. */
    version: z.string(),
    notes: z.array(z.string()),
    regressions: z.array(regressionSchema),
    moved: z.array(movedSchema),
    decisions: z.array(z.object({
        policy: z.string(),
        before: z.int(),
        after: z.int(),
        /** Virtual time of the first decision that differs; null when all are alike. */
        first_change_s: z.number().nullable(),
    })),
    /** Policies that the baseline does not have. */
    unknown: z.array(z.string()),
});
