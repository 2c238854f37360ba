import { z } from 'zod';
import type { Distribution } from '../random/distribution.js';
import { buildDistribution, type DistributionSettings } from '../random/distributions/index.js';
import type { Stream } from '../random/stream.js';

/** Longest prompt or answer: far beyond any model, and within whole numbers of 32 bits. */
export const mostTokens = 2 ** 30;

const tokens = () => z.number().min(1).max(mostTokens);
const coefficient = z.number().min(0).meta({ description: 'Standard deviation / mean' });

/** How many tokens: a number, or a law of them. */
export const tokensSchema = z.union([
  z.int().min(1).max(mostTokens),
  z.strictObject({ uniform: z.strictObject({ min: tokens(), max: tokens() }) }),
  z.strictObject({ exponential: z.strictObject({ mean: tokens() }) }),
  z.strictObject({
    lognormal: z.union([
      z.strictObject({ mean: tokens(), cv: coefficient }),
      z.strictObject({ median: tokens(), p95: tokens() }),
      z.strictObject({ median: tokens(), p99: tokens() }),
    ]),
  }),
]);

export type TokensSettings = z.output<typeof tokensSchema>;

/** What the class of a request to a model server says. */
export const tokensShape = {
  promptTokens: tokensSchema.optional().meta({ description: 'Of a request to a model server, instead of cpu and io' }),
  outputTokens: tokensSchema
    .optional()
    .meta({ description: 'Tokens of its answer; known to the simulator, never to a policy' }),
  maxOutputTokens: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Longer answers are cut there; the p99 of outputTokens when left out' }),
};

interface TokenClass {
  readonly promptTokens?: TokensSettings | undefined;
  readonly outputTokens?: TokensSettings | undefined;
  readonly maxOutputTokens?: number | undefined;
}

/** What is drawn of a law. */
export type Draws = Pick<Distribution, 'sample' | 'fill'>;

export function promptDraws({ promptTokens }: TokenClass): Draws | undefined {
  return promptTokens === undefined ? undefined : wholeDraws(promptTokens, mostTokens);
}

export function outputDraws(own: TokenClass): Draws | undefined {
  const { outputTokens } = own;
  return outputTokens === undefined ? undefined : wholeDraws(outputTokens, longestAnswer(own));
}

/** Draws of a law as whole numbers from 1 to `most`. */
export function wholeDraws(law: TokensSettings, most: number): Draws {
  return new WholeTokens(lawOf(law), most);
}

/** Tokens at which the answers of a class are cut. */
export function longestAnswer({ outputTokens = 1, maxOutputTokens }: TokenClass): number {
  const p99 = lawOf(outputTokens).quantile?.(0.99) ?? mostTokens;
  return maxOutputTokens ?? Math.max(1, Math.ceil(p99));
}

/** Mean of a law, before its draws are made whole. */
export function meanTokens(law: TokensSettings): number {
  return lawOf(law).meanSeconds;
}

/** The fewest tokens that a law ever draws. */
export function fewestTokens(law: TokensSettings): number {
  const least = lawOf(law).quantile?.(0) ?? 1;
  return Math.max(1, Math.round(least));
}

/** The share of draws that are at most so many tokens. */
export function shareWithin(law: TokensSettings, tokens: number): number {
  const drawn = lawOf(law);
  let [below, above] = [0, 1];
  for (let halving = 0; halving < 20; halving++) {
    const share = (below + above) / 2;
    if (Math.round(drawn.quantile?.(share) ?? mostTokens) <= tokens) below = share;
    else above = share;
  }
  return below;
}

/** Laws are of durations; here a second stands for a token, or for one a second. */
export function lawOf(law: TokensSettings): Distribution {
  if (typeof law === 'number') return buildDistribution({ variant: 'constant', settings: law });
  const [[variant, settings]] = Object.entries(law);
  return buildDistribution({ variant, settings } as DistributionSettings); // safe: the schema above has the same names and keys
}

/** Draws of a law as whole tokens, at least one. */
class WholeTokens implements Draws {
  readonly #law: Distribution;
  readonly #most: number;

  constructor(law: Distribution, most: number) {
    this.#law = law;
    this.#most = most;
  }

  sample(stream: Stream): number {
    return this.#whole(this.#law.sample(stream));
  }

  fill(stream: Stream, into: Float64Array, from: number, to: number): void {
    const law = this.#law;
    if (law.fill !== undefined) law.fill(stream, into, from, to);
    else for (let index = from; index < to; index++) into[index] = law.sample(stream);
    for (let index = from; index < to; index++) into[index] = this.#whole(into[index]);
  }

  #whole(drawn: number): number {
    return Math.min(this.#most, Math.max(1, Math.round(drawn)));
  }
}
