import type { z } from 'zod';
import { type Variant, variantOf } from '../base/variant.js';
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

/** The maker of distribution variants: one file each in `distributions/`. */
export const distribution: <const Name extends string, Schema extends z.ZodType>(
  variant: Variant<Name, Schema, void, Distribution>,
) => Variant<Name, Schema, void, Distribution> = variantOf<void, Distribution>();
