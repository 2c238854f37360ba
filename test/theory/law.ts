import type { DistributionInput } from '../../src/random/distributions/index.js';

/** A law as the reference files write it. */
export interface Law {
  readonly type: string;
  readonly mean?: number;
  readonly value?: number;
  readonly scv?: number;
  readonly k?: number;
  readonly alpha?: number;
  readonly min?: number;
  readonly max?: number;
  readonly probs?: readonly number[];
  readonly means?: readonly number[];
  readonly values?: readonly number[];
}

export const seconds = (value: number): string => `${Number(value.toPrecision(15))}s`;

/** The law in the scenario's words. */
export function distributionOf(law: Law): DistributionInput {
  const { mean = 1, value = 1, scv = 1, k = 1, alpha = 1, min = 0, max = 1, probs = [], means = [], values = [] } = law;
  switch (law.type) {
    case 'exp':
      return { exponential: { mean: seconds(mean) } };
    case 'det':
      return { constant: seconds(value) };
    case 'lognormal':
      return { lognormal: { mean: seconds(mean), cv: Math.sqrt(scv) } };
    case 'erlang':
      return { erlang: { mean: seconds(mean), k } };
    case 'uniform':
      return { uniform: { min: seconds(min), max: seconds(max) } };
    case 'bounded_pareto':
      return { pareto: { min: seconds(min), alpha, max: seconds(max) } };
    case 'hyperexp':
      return { mixture: probs.map((weight, index) => ({ weight, exponential: { mean: seconds(means[index]) } })) };
    case 'bimodal':
      return { mixture: probs.map((weight, index) => ({ weight, constant: seconds(values[index]) })) };
    default:
      throw new TypeError(`unknown law ${law.type}`);
  }
}

export const exponential = (mean: number): DistributionInput => ({ exponential: { mean: seconds(mean) } });
