import { z } from 'zod';
import { builderOf, type ChoiceInput, type Chosen, settingsOf } from '../../base/variant.js';
import type { Distribution, DistributionVariant } from '../distribution.js';
import { constant } from './constant.js';
import { empirical } from './empirical.js';
import { erlang } from './erlang.js';
import { exponential } from './exponential.js';
import { gamma } from './gamma.js';
import { hyperexponential } from './hyperexponential.js';
import { lognormal } from './lognormal.js';
import { type MixtureSchema, mixtureOf, type WeightedSettings } from './mixture.js';
import { pareto } from './pareto.js';
import { uniform } from './uniform.js';
import { weibull } from './weibull.js';

const plainDistributions = [
  constant,
  uniform,
  exponential,
  lognormal,
  gamma,
  weibull,
  pareto,
  hyperexponential,
  erlang,
  empirical,
] as const;

/** The one-key maps a file may say. */
type DistributionMap =
  | ChoiceInput<typeof plainDistributions>
  | { readonly mixture: readonly ({ readonly weight: number } & DistributionMap)[] };

/** What a file may say: a duration alone, which is a constant, or a map with one key. */
export type DistributionInput = string | DistributionMap;

/** A distribution after parsing: plain data, seconds. */
export type DistributionSettings =
  | Chosen<typeof plainDistributions>
  | { readonly variant: 'mixture'; readonly settings: readonly WeightedSettings<DistributionSettings>[] };

const mixture: DistributionVariant<'mixture', MixtureSchema<DistributionSettings, DistributionMap>> = mixtureOf({
  component: z.lazy((): z.ZodType<DistributionSettings, DistributionInput> => distributionSettings),
  build: (settings) => buildDistribution(settings),
  scaled: (settings, factor) => scaledDistribution(settings, factor),
});

/** Every distribution a scenario may name. */
export const distributions = [...plainDistributions, mixture] as const;

const choice = settingsOf(distributions, { what: 'distribution', shorthand: 'constant' });

/** `40ms`, or `{ exponential: { mean: 40ms } }` and its like; `{ variant, settings }` once parsed. */
export const distributionSettings: z.ZodCodec<
  z.ZodCustom<DistributionInput, DistributionInput>,
  z.ZodCustom<DistributionSettings, DistributionSettings>
  // safe: the shorthand makes a bare duration legal, which the list of variants alone cannot say.
> = choice as unknown as typeof distributionSettings;

/** The law that parsed settings describe. */
export const buildDistribution: (settings: DistributionSettings) => Distribution = builderOf<void, Distribution>(
  distributions,
);

/** The seconds that stand for a law where one number must: its median where it is given by one, else its mean. */
export function typicalSecondsOf(chosen: DistributionSettings): number {
  const { settings } = chosen;
  const isByMedian = typeof settings === 'object' && 'median' in settings;
  return isByMedian ? settings.median : buildDistribution(chosen).meanSeconds;
}

/** The law of `factor` times the value, factor > 0: every duration in its settings is scaled, its shape stays. */
export function scaledDistribution(chosen: DistributionSettings, factor: number): DistributionSettings {
  const variant = distributions.find(({ name }) => name === chosen.variant);
  // safe: `chosen` was parsed by the schema of the very variant it names, and `scaled` gives what that schema gives.
  const { scaled } = variant as unknown as { scaled(settings: unknown, factor: number): never };
  return { variant: chosen.variant, settings: scaled(chosen.settings, factor) };
}
