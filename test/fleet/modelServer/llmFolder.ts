import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Exact cases and measured runs of model servers. `DRYSCALE_LLM` names the folder and makes a missing one a failure. */
const asked = process.env.DRYSCALE_LLM;
const folder = resolve(asked ?? join(import.meta.dirname, '../../../../shared/llm'));

/** The text of a file there; undefined where it is absent and nobody asked for it. */
export function llmFile(name: string): string | undefined {
  const path = join(folder, name);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  if (asked !== undefined) throw new Error(`DRYSCALE_LLM is ${folder}, and has no ${name}`);
  console.warn(`skipped: no ${name} at ${folder} (DRYSCALE_LLM names the folder)`);
  return undefined;
}
