import { z } from 'zod';
import { nameSchema } from '../../base/name.js';

const share = () => z.number().min(0).max(1);

/** How often a model answers right. */
export const qualitySchema = z.union([share(), z.record(nameSchema, share())]).meta({
  description: 'Probability that an answer is right: 0.8, or { easy: 0.93, hard: 0.61 } by difficulty; 1 when left out',
});

export type Quality = z.output<typeof qualitySchema>;

/** Of requests of one difficulty; 1 where nothing is said, undefined where others are named and this one is not. */
export function qualityAt(quality: Quality | undefined, difficulty: string): number | undefined {
  if (quality === undefined || typeof quality === 'number') return quality ?? 1;
  return Object.hasOwn(quality, difficulty) ? quality[difficulty] : undefined;
}
