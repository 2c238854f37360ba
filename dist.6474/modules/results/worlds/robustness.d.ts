import { z } from 'zod';
/** An input that was drawn: seconds, bytes or the plain number, as `unit` says. */
declare const inputSchema: z.ZodObject<{
    path: z.ZodString;
    unit: z.ZodEnum<{
        "": "";
        bytes: "bytes";
        s: "s";
    }>;
    value: z.ZodNumber;
    low: z.ZodNumber;
    high: z.ZodNumber;
    basis: z.ZodString;
}, z.core.$strip>;
/** Whether the answer holds where the inputs are other than stated, but within their ranges. */
export declare const robustnessSchema: z.ZodObject<{
    worlds: z.ZodInt;
    asked: z.ZodInt;
    left_out: z.ZodOptional<z.ZodArray<z.ZodObject<{
        what: z.ZodString;
        count: z.ZodInt;
    }, z.core.$strip>>>;
    goal: z.ZodString;
    winner: z.ZodNullable<z.ZodString>;
    share: z.ZodNullable<z.ZodNumber>;
    control: z.ZodObject<{
        runs: z.ZodInt;
        share: z.ZodNullable<z.ZodNumber>;
    }, z.core.$strip>;
    against: z.ZodEnum<{
        "best other": "best other";
        limits: "limits";
        nothing: "nothing";
    }>;
    policies: z.ZodArray<z.ZodObject<{
        name: z.ZodString;
        meets: z.ZodNullable<z.ZodNumber>;
        wins: z.ZodNumber;
        control: z.ZodObject<{
            meets: z.ZodNullable<z.ZodNumber>;
            wins: z.ZodNumber;
        }, z.core.$strip>;
        failed: z.ZodOptional<z.ZodInt>;
        failure: z.ZodOptional<z.ZodString>;
    }, z.core.$strip>>;
    inputs: z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        unit: z.ZodEnum<{
            "": "";
            bytes: "bytes";
            s: "s";
        }>;
        value: z.ZodNumber;
        low: z.ZodNumber;
        high: z.ZodNumber;
        basis: z.ZodString;
    }, z.core.$strip>>;
    flips: z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        at: z.ZodNullable<z.ZodNumber>;
        beyond: z.ZodOptional<z.ZodEnum<{
            above: "above";
            below: "below";
        }>>;
        r2: z.ZodNumber;
    }, z.core.$strip>>;
    limit_flips: z.ZodOptional<z.ZodArray<z.ZodObject<{
        path: z.ZodString;
        at: z.ZodNullable<z.ZodNumber>;
        beyond: z.ZodOptional<z.ZodEnum<{
            above: "above";
            below: "below";
        }>>;
        r2: z.ZodNumber;
    }, z.core.$strip>>>;
    not_drawn: z.ZodObject<{
        without_range: z.ZodArray<z.ZodString>;
        no_number: z.ZodArray<z.ZodString>;
        given: z.ZodArray<z.ZodString>;
    }, z.core.$strip>;
}, z.core.$strip>;
/** The inputs, the one first that moves the difference most: -1..1, above 0 where a larger input favours the winner. */
export declare const sensitivitySchema: z.ZodArray<z.ZodObject<{
    path: z.ZodString;
    effect: z.ZodNullable<z.ZodNumber>;
}, z.core.$strip>>;
export type UncertainInput = z.output<typeof inputSchema>;
export type Robustness = z.output<typeof robustnessSchema>;
export type Sensitivity = z.output<typeof sensitivitySchema>;
export {};
