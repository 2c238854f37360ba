import type { Clock } from '../../../../kernel/clock.js';

/** USD of a million tokens. */
export interface PostedPrice {
  readonly input: number;
  readonly output: number;
  /** Of what a provider has read before; `input` where left out. */
  readonly cached?: number | undefined;
}

/** What there is to go by. */
export interface ChooserParts {
  readonly clock: Clock;
  /** Those of `to`, in their order. */
  readonly targets: readonly number[];
  /** [target] undefined where none is posted */
  readonly prices: readonly (PostedPrice | undefined)[];
  /** [source] tokens at which answers are cut */
  readonly longestAnswers: Float64Array;
}
