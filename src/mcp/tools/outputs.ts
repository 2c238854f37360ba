import { z } from 'zod';

// What answers have in common, each described once.

export const problem = z.looseObject({
  code: z.string(),
  where: z.looseObject({}),
  what: z.string(),
  why: z.string(),
  fix: z.string(),
});

export const warnings = z.array(problem).describe('What the reader should know and need not mend.');

export const notes = z.array(z.string()).optional();

export const resultId = z
  .string()
  .optional()
  .describe(
    'Hash of the inputs. All of the answer is dryscale://results/{id}; of run and compare the page is dryscale://reports/{id}. Left out of a partial result.',
  );

export const omitted = z
  .array(z.string())
  .optional()
  .describe('Keys left out since the answer would be too long: read the linked resource for them.');
