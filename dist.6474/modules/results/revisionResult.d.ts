import { z } from 'zod';
declare const fileChangeSchema: z.ZodObject<{
    path: z.ZodString;
    former: z.ZodOptional<z.ZodString>;
    line: z.ZodInt;
    diff: z.ZodString;
}, z.core.$strip>;
/** How a scenario's policies stand to a revision of the repository: `--against git:REV`. */
export declare const revisionResultSchema: z.ZodObject<{
    name: z.ZodString;
    commit: z.ZodString;
    notes: z.ZodArray<z.ZodString>;
    policies: z.ZodArray<z.ZodObject<{
        policy: z.ZodString;
        state: z.ZodEnum<{
            against: "against";
            changed: "changed";
            new: "new";
            "not comparable": "not comparable";
            removed: "removed";
            unchanged: "unchanged";
        }>;
        before: z.ZodOptional<z.ZodString>;
        files: z.ZodArray<z.ZodString>;
    }, z.core.$strip>>;
    changes: z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        former: z.ZodOptional<z.ZodString>;
        line: z.ZodInt;
        diff: z.ZodString;
    }, z.core.$strip>>;
}, z.core.$strip>;
export type FileChange = z.output<typeof fileChangeSchema>;
export type RevisionResult = z.output<typeof revisionResultSchema>;
/** The names of policies that are there as they were in a revision: they are compared with, and never judged. */
export declare function pastNames({ revision }: {
    readonly revision?: RevisionResult | undefined;
}): ReadonlySet<string>;
export {};
