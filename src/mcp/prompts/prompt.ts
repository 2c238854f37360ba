import type { z } from 'zod';
import type { Shared } from '../shared.js';

/** What a person picks to have an agent do. */
export interface Prompt {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  arguments(shared: Shared): z.ZodObject;
  text(given: Readonly<Record<string, string | undefined>>): string;
}
