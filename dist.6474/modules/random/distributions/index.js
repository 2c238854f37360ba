import { z } from 'zod';
import { builderOf, settingsOf } from '../../base/variant.js';
import { constant } from './constant.js';
import { empirical } from './empirical.js';
import { erlang } from './erlang.js';
import { exponential } from './exponential.js';
import { gamma } from './gamma.js';
import { hyperexponential } from './hyperexponential.js';
import { lognormal } from './lognormal.js';
import { mixtureOf } from './mixture.js';
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
];
const mixture = mixtureOf({
    component: z.lazy(() => distributionSettings),
    build: (settings) => buildDistribution(settings),
    scaled: (settings, factor) => scaledDistribution(settings, factor),
});
/** Every distribution a scenario may name. */
export const distributions = [...plainDistributions, mixture];
const choice = settingsOf(distributions, { what: 'distribution', shorthand: 'constant' });
/** `40ms`, or `{ exponential: { mean: 40ms } }` and its like; `{ variant, settings }` once parsed. */
export const distributionSettings = choice;
/** The law that parsed settings describe. */
export const buildDistribution = builderOf(distributions);
/** The seconds that stand for a law where one number must: its median where it is given by one, else its mean. */
export function typicalSecondsOf(chosen) {
    const { settings } = chosen;
    const isByMedian = typeof settings === 'object' && 'median' in settings;
    return isByMedian ? settings.median : buildDistribution(chosen).meanSeconds;
}
/** The law of `factor` times the value, factor > 0: every duration in its settings is scaled, its shape stays. */
export function scaledDistribution(chosen, factor) {
    const variant = distributions.find(({ name }) => name === chosen.variant);
    // safe: `chosen` was parsed by the schema of the very variant it names, and `scaled` gives what that schema gives.
    const { scaled } = variant;
    return { variant: chosen.variant, settings: scaled(chosen.settings, factor) };
}
