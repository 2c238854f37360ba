import { z } from 'zod';
/** How one policy stands to the scenario's SLO. */
export const sloResultSchema = z.object({
    /** The good share over all runs is at least the objective. Without any request: what `--allow-empty` says. */
    met: z.boolean(),
    /** Good requests of all runs over judged requests of all runs: the samples that thresholds pool. */
    good_share: z.number().nullable(),
    /** Runs whose own good share is at least the objective. */
    runs_met: z.int().min(0),
    runs: z.int().min(0),
    /** Runs without a request to judge, where there are some: they neither hold nor miss it. */
    runs_empty: z.int().min(1).optional(),
    /** False with `slo: { gate: false }`: reported, and no reason to fail. */
    gate: z.boolean(),
    /** Why there is no share. */
    reason: z.string().optional(),
});
