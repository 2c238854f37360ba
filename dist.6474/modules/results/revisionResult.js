import { z } from 'zod';
/** What became of a policy since a revision. `against`: the one policy of the revision that all are compared with. */
const policyStates = ['changed', 'unchanged', 'new', 'removed', 'not comparable', 'against'];
const fileChangeSchema = z.object({
    /** Of the repository, with `/`. */
    path: z.string(),
    /** The name it had, if another. */
    former: z.string().optional(),
    /** The first line that differs, in the file as it is now. */
    line: z.int().min(1),
    /** Unified, without the lines that name the files; long ones are cut, and say so. */
    diff: z.string(),
});
/** How a scenario's policies stand to a revision of the repository: `--against git:REV`. */
export const revisionResultSchema = z.object({
    /** As it was asked for. */
    name: z.string(),
    commit: z.string(),
    notes: z.array(z.string()),
    policies: z.array(z.object({
        /** A removed one by the name it had. */
        policy: z.string(),
        state: z.enum(policyStates),
        /** Its name as of the revision, where that was run too: `hpa@main`. */
        before: z.string().optional(),
        /** Paths of its files that differ. */
        files: z.array(z.string()),
    })),
    changes: z.array(fileChangeSchema),
});
/** The names of policies that are there as they were in a revision: they are compared with, and never judged. */
export function pastNames({ revision }) {
    const rows = revision?.policies ?? [];
    return new Set(rows.flatMap(({ before, state }) => (before === undefined || state === 'against' ? [] : [before])));
}
