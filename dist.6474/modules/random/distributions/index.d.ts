import { z } from 'zod';
import { type ChoiceInput, type Chosen } from '../../base/variant.js';
import type { Distribution, DistributionVariant } from '../distribution.js';
import { type MixtureSchema, type WeightedSettings } from './mixture.js';
declare const plainDistributions: readonly [DistributionVariant<"constant", z.ZodCodec<z.ZodString, z.ZodNumber>>, DistributionVariant<"uniform", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    max: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>, DistributionVariant<"exponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>, DistributionVariant<"lognormal", z.ZodType<import("./lognormal.js").LognormalSettings, import("./lognormal.js").LognormalInput, z.core.$ZodTypeInternals<import("./lognormal.js").LognormalSettings, import("./lognormal.js").LognormalInput>>>, DistributionVariant<"gamma", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"weibull", z.ZodObject<{
    scale: z.ZodCodec<z.ZodString, z.ZodNumber>;
    shape: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"pareto", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    alpha: z.ZodNumber;
    max: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, DistributionVariant<"hyperexponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"erlang", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    k: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"empirical", z.ZodObject<{
    values: z.ZodArray<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    weights: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
}, z.core.$strict>>];
/** The one-key maps a file may say. */
type DistributionMap = ChoiceInput<typeof plainDistributions> | {
    readonly mixture: readonly ({
        readonly weight: number;
    } & DistributionMap)[];
};
/** What a file may say: a duration alone, which is a constant, or a map with one key. */
export type DistributionInput = string | DistributionMap;
/** A distribution after parsing: plain data, seconds. */
export type DistributionSettings = Chosen<typeof plainDistributions> | {
    readonly variant: 'mixture';
    readonly settings: readonly WeightedSettings<DistributionSettings>[];
};
/** Every distribution a scenario may name. */
export declare const distributions: readonly [DistributionVariant<"constant", z.ZodCodec<z.ZodString, z.ZodNumber>>, DistributionVariant<"uniform", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    max: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>, DistributionVariant<"exponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
}, z.core.$strict>>, DistributionVariant<"lognormal", z.ZodType<import("./lognormal.js").LognormalSettings, import("./lognormal.js").LognormalInput, z.core.$ZodTypeInternals<import("./lognormal.js").LognormalSettings, import("./lognormal.js").LognormalInput>>>, DistributionVariant<"gamma", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"weibull", z.ZodObject<{
    scale: z.ZodCodec<z.ZodString, z.ZodNumber>;
    shape: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"pareto", z.ZodObject<{
    min: z.ZodCodec<z.ZodString, z.ZodNumber>;
    alpha: z.ZodNumber;
    max: z.ZodOptional<z.ZodCodec<z.ZodString, z.ZodNumber>>;
}, z.core.$strict>>, DistributionVariant<"hyperexponential", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    cv: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"erlang", z.ZodObject<{
    mean: z.ZodCodec<z.ZodString, z.ZodNumber>;
    k: z.ZodNumber;
}, z.core.$strict>>, DistributionVariant<"empirical", z.ZodObject<{
    values: z.ZodArray<z.ZodCodec<z.ZodString, z.ZodNumber>>;
    weights: z.ZodOptional<z.ZodArray<z.ZodNumber>>;
}, z.core.$strict>>, DistributionVariant<"mixture", MixtureSchema<DistributionSettings, DistributionMap>>];
/** `40ms`, or `{ exponential: { mean: 40ms } }` and its like; `{ variant, settings }` once parsed. */
export declare const distributionSettings: z.ZodCodec<z.ZodCustom<DistributionInput, DistributionInput>, z.ZodCustom<DistributionSettings, DistributionSettings>>;
/** The law that parsed settings describe. */
export declare const buildDistribution: (settings: DistributionSettings) => Distribution;
/** The seconds that stand for a law where one number must: its median where it is given by one, else its mean. */
export declare function typicalSecondsOf(chosen: DistributionSettings): number;
/** The law of `factor` times the value, factor > 0: every duration in its settings is scaled, its shape stays. */
export declare function scaledDistribution(chosen: DistributionSettings, factor: number): DistributionSettings;
export {};
