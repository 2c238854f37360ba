import type { z } from 'zod';
import type { Bench } from '../bench.js';

/** What a person picks to have an agent do. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  arguments(bench: Bench): z.ZodObject;
  text(given: Readonly<Record<string, string | undefined>>): string;
}
