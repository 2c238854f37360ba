import { z } from 'zod';
import { mostWallMs } from '../limits.js';

// What tools take, each described once.

/** No control characters: a name is one word of a command line. */
const word = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
    .regex(/^[^\u0000-\u001f\u007f]+$/, 'it has control characters');

export const name = word(500);

export const scenario = z
  .string()
  .min(1)
  .max(1_000_000)
  .describe(
    'Scenario: a path below the root, a name that comes with dryscale (see list_scenarios), or the YAML text itself (several lines).',
  );

export const policy = word(2000);

export const policyText =
  'A path below the root (hpa.yaml, policy.lua), a name that comes with dryscale (target-cpu; see list_policies), static:N, or none. Parameters: hpa.yaml?maxReplicas=20. Label: new=hpa.yaml (where no service has that name; else it binds that service).';

export const files = z
  .array(z.strictObject({ name, text: z.string().max(1_000_000) }))
  .max(50)
  .optional()
  .describe(
    'Texts that stand for files of these names below the root in this call, such as a changed manifest: nothing is written, and a file of that name is not read. Traces are read from the disk only.',
  );

export const set = z
  .array(word(2000))
  .max(200)
  .optional()
  .describe('Settings of the scenario to override, KEY=VALUE each: services.web.scaling.max=20');

export const runs = z
  .int()
  .min(1)
  .max(1000)
  .optional()
  .describe('Replications of every policy (10). Fewer than 5 leave most verdicts undecided.');

export const seed = z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional().describe("Instead of the scenario's seed.");

export const maxWallMs = z
  .int()
  .min(100)
  .max(mostWallMs)
  .optional()
  .describe(
    `Most wall time of this call in milliseconds (60000, at most ${mostWallMs}). What is cut off says so first, and is no basis for a decision.`,
  );

export const maxRequests = z
  .int()
  .min(1)
  .max(1_000_000_000)
  .optional()
  .describe('Refuse a scenario with more expected requests per run than this.');
