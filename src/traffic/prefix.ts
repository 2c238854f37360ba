import { z } from 'zod';
import { Zipf } from '../random/zipf.js';
import { type Draws, mostTokens } from './tokens.js';

/** Beginnings that prompts of a class share: the same system prompt, document or tool list. */
export const prefixSchema = z.strictObject({
  groups: z.int().min(1).max(1e9).meta({ description: 'Different beginnings; each request has one of them' }),
  tokens: z
    .int()
    .min(1)
    .max(mostTokens)
    .meta({ description: 'Tokens of a prompt that all of a group share; they count as part of promptTokens' }),
  skew: z
    .number()
    .min(0)
    .max(10)
    .default(0)
    .meta({ description: 'Group i gets a share proportional to i^-skew (Zipf); 0, all alike' }),
});

export type PrefixSettings = z.output<typeof prefixSchema>;

/** Numbers of prefixes. @param firstNumber that of the first group; no other class has the same */
export function prefixDraws({ groups, skew }: PrefixSettings, firstNumber: number): Draws {
  const ranks = new Zipf(groups, skew);
  return { sample: (stream) => firstNumber + ranks.sample(stream) - 1 };
}

/** The lowest number that no class has for a prefix. */
export function firstFreePrefix(
  requests: Readonly<Record<string, { readonly prefix?: PrefixSettings | undefined }>>,
): number {
  return Object.values(requests).reduce((sum, { prefix }) => sum + (prefix?.groups ?? 0), 0);
}

/** [class] number of its first prefix: requests of one class share their beginnings, whoever sends them. */
export function firstPrefixes(
  requests: Readonly<Record<string, { readonly prefix?: PrefixSettings | undefined }>>,
): Readonly<Record<string, number>> {
  let next = 0;
  const first: Record<string, number> = {};
  for (const [name, { prefix }] of Object.entries(requests)) {
    first[name] = next;
    next += prefix?.groups ?? 0;
  }
  return first;
}
