import { z } from 'zod';
import { type Problem } from '../base/problem.js';
import { type Allowance } from '../engine/limits/allowance.js';
import type { ManifestSource } from '../scenario/workloadSets.js';
declare const simulateSchema: z.ZodObject<{
    runs: z.ZodDefault<z.ZodInt>;
    seed: z.ZodOptional<z.ZodInt>;
    workers: z.ZodOptional<z.ZodInt>;
    environment: z.ZodOptional<z.ZodString>;
    metric: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodString>>;
    manifest: z.ZodDefault<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    set: z.ZodDefault<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodRecord<z.ZodString, z.ZodJSONSchema>]>>;
    allowEmpty: z.ZodDefault<z.ZodBoolean>;
    limits: z.ZodPrefault<z.ZodObject<{
        requests: z.ZodDefault<z.ZodInt>;
        events: z.ZodDefault<z.ZodInt>;
        memory: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>>;
    folder: z.ZodDefault<z.ZodString>;
    onWarning: z.ZodOptional<z.ZodCustom<(warning: Problem) => void, (warning: Problem) => void>>;
}, z.core.$strict>;
declare const compareSchema: z.ZodObject<{
    runs: z.ZodDefault<z.ZodInt>;
    seed: z.ZodOptional<z.ZodInt>;
    workers: z.ZodOptional<z.ZodInt>;
    environment: z.ZodOptional<z.ZodString>;
    metric: z.ZodDefault<z.ZodRecord<z.ZodString, z.ZodString>>;
    manifest: z.ZodDefault<z.ZodUnion<readonly [z.ZodString, z.ZodArray<z.ZodString>]>>;
    set: z.ZodDefault<z.ZodUnion<readonly [z.ZodArray<z.ZodString>, z.ZodRecord<z.ZodString, z.ZodJSONSchema>]>>;
    allowEmpty: z.ZodDefault<z.ZodBoolean>;
    limits: z.ZodPrefault<z.ZodObject<{
        requests: z.ZodDefault<z.ZodInt>;
        events: z.ZodDefault<z.ZodInt>;
        memory: z.ZodPrefault<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    }, z.core.$strict>>;
    folder: z.ZodDefault<z.ZodString>;
    onWarning: z.ZodOptional<z.ZodCustom<(warning: Problem) => void, (warning: Problem) => void>>;
    reference: z.ZodOptional<z.ZodString>;
}, z.core.$strict>;
/** Options of `simulate`. */
export type SimulateOptions = z.input<typeof simulateSchema>;
/** Options of `compare`. */
export type CompareOptions = z.input<typeof compareSchema>;
/** Options of either, checked, with every default. */
export interface CheckedOptions {
    readonly runs: number;
    readonly seed: number | undefined;
    readonly workers: number;
    readonly environment: string | undefined;
    /** A manifest's names of metrics, and the scenario's. */
    readonly metricNames: Readonly<Record<string, string>>;
    /** Of deployed workloads. */
    readonly manifests: readonly ManifestSource[];
    /** key.path=value each */
    readonly set: readonly string[];
    readonly allowEmpty: boolean;
    /** How much a run may take. */
    readonly allowance: Allowance;
    readonly folder: string;
    readonly reference: string | undefined;
    warn(warning: Problem): void;
}
/** Checks the options of `simulate`. @throws ProblemError with exit code 2 */
export declare function readSimulateOptions(options: SimulateOptions): CheckedOptions;
/** Checks the options of `compare`. @throws ProblemError with exit code 2 */
export declare function readCompareOptions(options: CompareOptions): CheckedOptions;
export {};
