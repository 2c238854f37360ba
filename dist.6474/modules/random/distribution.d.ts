import type { z } from 'zod';
import type { Variant } from '../base/variant.js';
import type { Stream } from './stream.js';
/** A probability law of a non-negative quantity, in seconds. */
export interface Distribution {
    /** One draw, in seconds; consumes numbers of `stream` only. */
    sample(stream: Stream): number;
    /** Puts the next draws into [from, to) of the column, where that is faster than as many calls of `sample`. */
    fill?(stream: Stream, into: Float64Array, from: number, to: number): void;
    /** Expected value, seconds; finite. */
    readonly meanSeconds: number;
    /** Variance, seconds squared; may be Infinity. */
    readonly variance: number;
    /** The value below which a share `probability` (0..1) of the draws lies, seconds; absent where it has no closed form. */
    quantile?(probability: number): number;
}
/** One law: its name, one sentence, its settings, how to build it and how it is scaled. */
export interface DistributionVariant<Name extends string, Schema extends z.ZodType> extends Variant<Name, Schema, void, Distribution> {
    /** The law of `factor` times the value, factor > 0. */
    scaled(settings: z.output<Schema>, factor: number): z.output<Schema>;
}
/** The maker of distribution variants: one file each in `distributions/`. */
export declare function distribution<const Name extends string, Schema extends z.ZodType>(variant: DistributionVariant<Name, Schema>): DistributionVariant<Name, Schema>;
