import { z } from 'zod';
import { type Distribution, type DistributionVariant } from '../distribution.js';
/** One part of a mixture after parsing. */
export interface WeightedSettings<Settings> {
    readonly weight: number;
    readonly distribution: Settings;
}
interface MixtureParts<Settings, MapInput extends object> {
    /** Schema of the parts' distributions: all of them, mixtures included. */
    readonly component: z.ZodType<Settings, MapInput | string>;
    readonly build: (settings: Settings) => Distribution;
    readonly scaled: (settings: Settings, factor: number) => Settings;
}
/** Schema of a mixture's settings: a list of one-key maps, each with a `weight` beside the key. */
export type MixtureSchema<Settings, MapInput extends object> = z.ZodType<readonly WeightedSettings<Settings>[], readonly ({
    readonly weight: number;
} & MapInput)[]>;
/** A draw from one of several distributions, chosen by weight. The list of distributions passes itself in, so that no file needs the other. */
export declare function mixtureOf<Settings, MapInput extends object>({ component, build, scaled, }: MixtureParts<Settings, MapInput>): DistributionVariant<'mixture', MixtureSchema<Settings, MapInput>>;
export {};
