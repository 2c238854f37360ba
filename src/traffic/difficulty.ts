import { z } from 'zod';
import { nameSchema } from '../base/name.js';

/** What requests are whose class says nothing else. */
export const easy = 'easy';

/** How hard the requests of a class are. */
export const difficultySchema = z.record(nameSchema, z.number().min(0).max(1)).meta({
  description: 'Shares such as { hard: 0.2 }, the rest is easy; who answers those well, models.X.quality says',
});

export type DifficultyShares = z.output<typeof difficultySchema>;

/** Shares of all difficulties of a class, those above 0. */
export function sharesOf(difficulty: DifficultyShares = {}): [name: string, share: number][] {
  const others = Object.entries(difficulty).filter(([name]) => name !== easy);
  const rest = 1 - others.reduce((sum, [, share]) => sum + share, 0);
  // What is left of a sum of 1 may be some rounding.
  const all: [string, number][] = [[easy, rest > 1e-9 ? rest : 0], ...others];
  return all.filter(([, share]) => share > 0);
}
