import { z } from 'zod';
/** What a limit says when it is crossed: `error` ends the command with 99, `warn` only says so. */
export declare const regressionLevels: readonly ['error', 'warn'];
export type RegressionLevel = (typeof regressionLevels)[number];
/** One measure of one policy against its limit. */
declare const regressionSchema: z.ZodObject<{
    policy: z.ZodString;
    measure: z.ZodString;
    baseline: z.ZodNullable<z.ZodNumber>;
    value: z.ZodNullable<z.ZodNumber>;
    regression: z.ZodNullable<z.ZodNumber>;
    low: z.ZodNullable<z.ZodNumber>;
    high: z.ZodNullable<z.ZodNumber>;
    limit: z.ZodNumber;
    limit_kind: z.ZodEnum<{
        absolute: "absolute";
        relative: "relative";
    }>;
    level: z.ZodEnum<{
        error: "error";
        warn: "warn";
    }>;
    paired: z.ZodBoolean;
    outcome: z.ZodEnum<{
        kept: "kept";
        "no data": "no data";
        regressed: "regressed";
        unclear: "unclear";
    }>;
    ok: z.ZodBoolean;
    reason: z.ZodOptional<z.ZodString>;
    against: z.ZodOptional<z.ZodString>;
}, z.core.$strip>;
/** How a scenario's policies stand against an earlier report. */
export declare const baselineResultSchema: z.ZodObject<{
    version: z.ZodString;
    notes: z.ZodArray<z.ZodString>;
    regressions: z.ZodArray<z.ZodObject<{
        policy: z.ZodString;
        measure: z.ZodString;
        baseline: z.ZodNullable<z.ZodNumber>;
        value: z.ZodNullable<z.ZodNumber>;
        regression: z.ZodNullable<z.ZodNumber>;
        low: z.ZodNullable<z.ZodNumber>;
        high: z.ZodNullable<z.ZodNumber>;
        limit: z.ZodNumber;
        limit_kind: z.ZodEnum<{
            absolute: "absolute";
            relative: "relative";
        }>;
        level: z.ZodEnum<{
            error: "error";
            warn: "warn";
        }>;
        paired: z.ZodBoolean;
        outcome: z.ZodEnum<{
            kept: "kept";
            "no data": "no data";
            regressed: "regressed";
            unclear: "unclear";
        }>;
        ok: z.ZodBoolean;
        reason: z.ZodOptional<z.ZodString>;
        against: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    moved: z.ZodArray<z.ZodObject<{
        policy: z.ZodString;
        measure: z.ZodString;
        baseline: z.ZodNullable<z.ZodNumber>;
        value: z.ZodNullable<z.ZodNumber>;
        verdict: z.ZodEnum<{
            better: "better";
            worse: "worse";
        }>;
    }, z.core.$strip>>;
    decisions: z.ZodArray<z.ZodObject<{
        policy: z.ZodString;
        before: z.ZodInt;
        after: z.ZodInt;
        first_change_s: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>>;
    unknown: z.ZodArray<z.ZodString>;
}, z.core.$strip>;
export type Regression = z.output<typeof regressionSchema>;
export type BaselineResult = z.output<typeof baselineResultSchema>;
export {};
